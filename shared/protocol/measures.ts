/** A lesion is measured from this greatest diameter on, in millimetres (thesis, line 1067). */
export const SMALLEST_MEASURED_MM = 5;

/** How many lesions of a pair are measured at most, largest first (thesis, line 1067). */
export const MOST_MEASURED_LESIONS = 5;
