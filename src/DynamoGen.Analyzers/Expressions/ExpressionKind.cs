namespace DynamoGen.Analyzers.Expressions;

/// <summary>What an expression is for; each purpose has its own grammar.</summary>
internal enum ExpressionKind
{
    KeyCondition,
    Filter,
    Condition,
    Projection,
    Update,
}
