import { Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What the study's costs are told apart by. */
export type Component = 'storage' | 'ingest' | 'statistics' | 'report' | 'desk' | 'mail' | 'alarms';

/** The keys of the tags; activate both as cost allocation tags, and the bill names the study and its parts. */
export const PROJECT_TAG = 'project';
export const COMPONENT_TAG = 'component';
export const PROJECT_NAME = 'ct-mri-study';

/** Marks the resources of a construct, and of all below it, as a part of the study. */
export function costTags(construct: IConstruct, component: Component): void {
  Tags.of(construct).add(PROJECT_TAG, PROJECT_NAME);
  Tags.of(construct).add(COMPONENT_TAG, component);
}
