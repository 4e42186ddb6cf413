/** What the stack would name them; the world's services know no others. */
export const BUCKET = 'the-bucket';
export const TABLE = 'the-table';
export const KEY_ARN = 'arn:aws:kms:eu-west-3:111122223333:key/of-the-study';
export const UPLOAD_QUEUE = 'https://sqs.test/uploads';
export const VERDICT_TOPICS = 'arn:aws:sns:eu-west-3:111111111111:Study-Verdicts-';
export const RESULTS_TOPIC = 'arn:aws:sns:eu-west-3:111111111111:Study-Results';
export const DESK = 'https://desk.test/';
export const STATISTICS_FUNCTION = 'the-statistics';
export const REPORT_FUNCTION = 'the-report';
export const FULL_VERIFICATION_DAYS = 7;
