namespace DynamoGen.Declarations.Syntax;

/// <summary>An update as it is written.</summary>
internal sealed record UpdateSyntax(IReadOnlyList<ClauseSyntax> Clauses);

/// <summary>One clause of an update.</summary>
/// <param name="Keyword">SET, REMOVE, ADD or DELETE.</param>
/// <param name="Actions">What it does, between commas.</param>
internal sealed record ClauseSyntax(ExpressionToken Keyword, IReadOnlyList<ActionSyntax> Actions);

/// <summary>What an update does to one attribute.</summary>
/// <param name="Path">The attribute.</param>
/// <param name="Value">What it is set to, or what is added or deleted; null for REMOVE.</param>
internal sealed record ActionSyntax(PathSyntax Path, OperandSyntax? Value);
