export const texts = {
  'settings.install.snippet.hint': 'Cole esta linha no fim do corpo de cada página do site.',
  'settings.install.snippet.copy': 'Copiar',
  'settings.install.snippet.copied': 'Copiado',
  'settings.install.page': 'Instalação',

  'settings.install.line': 'Linha de instalação',
  'settings.install.locale': 'Idioma fixo',
  'settings.install.locale.hint': 'Acrescenta data-locale à linha.',
  'settings.install.locale.any': 'O do navegador',
  'settings.install.department': 'Departamento',
  'settings.install.department.hint': 'Acrescenta data-department à linha.',
  'settings.install.department.any': 'O padrão do site',
  'settings.install.sightings': 'Onde foi visto',
  'settings.install.sightings.hint':
    'Cada endereço permitido, e quando uma página dele pediu o widget pela última vez.',
  'settings.install.again': 'Verificar de novo',
  'settings.install.asked': 'Verificado {age}.',
  'settings.install.seen': 'Visto {age}',
  'settings.install.unseen': 'Ainda não visto',
  'settings.install.unlisted': 'Pediu e não foi mostrado',
  'settings.install.unlisted.hint':
    'Nestes endereços a linha está na página, mas nenhum botão aparece, porque não estão na lista do site. Se forem seus, permita.',
  'settings.install.unlisted.asked': 'Pedido {age}',
  'settings.install.unlisted.allow': 'Permitir {origin}',
  'settings.install.policy': 'Política de segurança (CSP)',
  'settings.install.policy.hint':
    'Só se o site manda um cabeçalho Content-Security-Policy: junte isto a ele.',
  'settings.install.policy.more':
    'Nada é embutido na página: não são precisos unsafe-inline nem nonce, e Trusted Types pode ser exigido.',
};
