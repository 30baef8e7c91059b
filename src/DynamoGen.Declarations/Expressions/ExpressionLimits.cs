using System.Text;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The limits of an expression's text, which is known once it is built.</summary>
internal static class ExpressionLimits
{
    private const int MostBytes = 4096;

    /// <exception cref="ExpressionException">The text is too long.</exception>
    public static void Check(string? expression)
    {
        if (expression is not null && Encoding.UTF8.GetByteCount(expression) is > MostBytes and var bytes)
        {
            throw new ExpressionException($"has {bytes} bytes; DynamoDB allows 4096");
        }
    }
}
