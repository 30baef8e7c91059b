using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Declarations.Syntax;

/// <summary>Why a text is no expression.</summary>
/// <param name="Message">The reason, as the end of a sentence.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ExpressionProblem(string Message, TextSpan Span);
