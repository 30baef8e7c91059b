namespace DynamoGen.Declarations.Expressions;

/// <summary>The expressions of one write.</summary>
/// <param name="Condition">Its condition, or null.</param>
/// <param name="Update">What it updates, or null.</param>
internal sealed record WriteExpressions(Condition? Condition, UpdateModel? Update);
