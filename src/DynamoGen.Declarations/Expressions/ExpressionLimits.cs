using System.Text;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The limits of an expression's text.</summary>
internal static class ExpressionLimits
{
    private const int MostBytes = 4096;

    /// <exception cref="ExpressionException">A text is too long.</exception>
    public static void Check(Condition? condition, UpdateModel? update = null)
    {
        var printer = new ExpressionPrinter();
        Check(update is null ? null : printer.Update(update));
        Check(condition is null ? null : printer.Condition(condition));
    }

    /// <summary>The bytes of a condition of which nothing is left out.</summary>
    public static int BytesOf(Condition condition) => BytesOf(new ExpressionPrinter().Condition(condition));

    private static int BytesOf(ExpressionText? expression) => Encoding.UTF8.GetByteCount(expression?.ToString() ?? string.Empty);

    private static void Check(ExpressionText? expression)
    {
        if (BytesOf(expression) is > MostBytes and var bytes)
        {
            throw new ExpressionException($"has {bytes} bytes; DynamoDB allows 4096");
        }
    }
}
