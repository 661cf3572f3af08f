import { useEffect, useState, type ReactNode } from 'react';
import { lightTheme } from '@strapi/design-system';
import { flushSync } from 'react-dom';
import { createGlobalStyle, ThemeProvider, useTheme } from 'styled-components';

/** Paper has the report alone: no menu, no buttons, nothing that scrolls. */
const OnPaper = createGlobalStyle`
  @page {
    margin: 12mm;
  }
  @media print {
    html,
    body,
    #strapi,
    #strapi div:has(main),
    main {
      display: block !important;
      height: auto !important;
      min-height: 0 !important;
      overflow: visible !important;
      background: #ffffff !important;
    }
    nav,
    [data-no-print] {
      display: none !important;
    }
    main h1 {
      color: #212134 !important;
    }
    main * {
      print-color-adjust: exact;
    }
  }
`;

/** A report that can be printed: in the light theme, whatever the panel's is. */
export function PrintedReport({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The page is laid out for paper as soon as this event is over.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return (
    <ThemeProvider theme={isPrinting ? lightTheme : theme}>
      <OnPaper />
      {children}
    </ThemeProvider>
  );
}
