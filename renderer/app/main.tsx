import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { composeServices } from './compose.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ServicesContext } from './services.ts';

const services = composeServices(window, window.bridge);
const root = document.getElementById('root');
if (!root) throw new Error('no #root in the page');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary bridge={services.bridge}>
      <ServicesContext value={services}>
        <App />
      </ServicesContext>
    </ErrorBoundary>
  </StrictMode>,
);
void services.app.getState().start();
