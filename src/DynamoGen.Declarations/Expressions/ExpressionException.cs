namespace DynamoGen.Declarations.Expressions;

/// <summary>What is wrong with an expression, as the end of a sentence. It never leaves the parser, which reports it.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
