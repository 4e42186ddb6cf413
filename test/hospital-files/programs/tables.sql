-- The three tables as a database would hold them; both PostgreSQL and SQLite read this.
CREATE TABLE patients (
  patient_id text, sex text, age_at_diagnosis integer, board_date date, histologically_proven boolean,
  primary_site text, differentiation text, mitoses_per_10_hpf numeric, ki67_percent numeric, grade text,
  grade_sample text, liver_metastases text, metastases_on_images boolean, metastasis_timing text,
  somatostatin_analogue boolean, chemotherapy boolean, targeted_therapy boolean, primary_resection boolean,
  liver_metastasis_resection boolean, chemoembolisation boolean, radiofrequency boolean, liver_transplant boolean
);
CREATE TABLE pairs (
  patient_id text, pair integer, reader integer, ct_date date, mri_date date, protocol_complete boolean,
  countable text, measurable text, mri_t2fs_right integer, mri_t2fs_left integer, mri_diffusion_right integer,
  mri_diffusion_left integer, mri_arterial_right integer, mri_arterial_left integer, mri_portal_right integer,
  mri_portal_left integer, mri_total_right integer, mri_total_left integer, ct_arterial_right integer,
  ct_arterial_left integer, ct_portal_right integer, ct_portal_left integer, ct_total_right integer,
  ct_total_left integer
);
CREATE TABLE lesions (
  patient_id text, pair integer, reader integer, lesion integer, side text, mri_t2fs_mm numeric,
  mri_diffusion_mm numeric, mri_arterial_mm numeric, mri_portal_mm numeric, ct_arterial_mm numeric,
  ct_portal_mm numeric
);
