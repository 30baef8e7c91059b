using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// Reads the text of a key condition. A hole of an interpolated one stands for a name, as in <c>$"{key} = :v"</c> and <c>$"pk = :{value}"</c>; where it
/// does not stand at the place of a name it may hold an operator, and the text is not known.
/// </summary>
internal static class KeyConditionText
{
    /// <summary>What a hole becomes.</summary>
    private const string Name = "hole";

    private static readonly string[] Operators = ["=", "<", ">", "BETWEEN"];

    public static string? Of(IOperation value) =>
        ConstantText.Of(value) ?? (value.WithoutConversions() is IInterpolatedStringOperation interpolated ? Of(interpolated) : null);

    private static string? Of(IInterpolatedStringOperation interpolated)
    {
        var parts = interpolated.Parts;
        var text = "";
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i] switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string known } } => known,
                IInterpolationOperation { Expression: var hole } when ConstantText.Of(hole) is { } known => known,
                IInterpolationOperation when IsName(text, i + 1 < parts.Length ? parts[i + 1] : null) => Name,
                _ => null,
            };
            if (part is null)
            {
                return null;
            }

            text += part;
        }

        return text;
    }

    /// <summary>A name stands behind <c>#</c>, <c>:</c> or an opening parenthesis, and ahead of an operator.</summary>
    private static bool IsName(string before, IOperation? next) =>
        before.EndsWith("#", StringComparison.Ordinal)
        || before.EndsWith(":", StringComparison.Ordinal)
        || before.EndsWith("(", StringComparison.Ordinal)
        || (next is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string after } }
            && Operators.Any(sign => after.TrimStart().StartsWith(sign, StringComparison.Ordinal)));
}
