/** One language is shown: that of the button that is pressed, French before. No script is needed. */
export const LANGUAGE_SWITCH = `
:root:not(:has(#in-english:checked)) body [lang=en]:not(.switch *),:root:not(:has(#in-english:checked)) body b{display:none}
:root:has(#in-english:checked) body [lang=fr]:not(.switch *),:root:has(#in-english:checked) body i{display:none}
i,b{font-style:normal;font-weight:inherit}
`;
