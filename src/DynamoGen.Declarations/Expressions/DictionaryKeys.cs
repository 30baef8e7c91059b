using System.Globalization;
using System.Numerics;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// Finds the stored form of a dictionary's key that an expression names: text as it is, an enum's member by its name, an integer by its digits. What is
/// stored in a form that only the run time makes cannot be named.
/// </summary>
internal static class DictionaryKeys
{
    /// <param name="token">The key as it is written: a text, or digits.</param>
    /// <param name="key">How the dictionary's keys are stored.</param>
    /// <exception cref="ExpressionException">It is no such key.</exception>
    public static string Stored(ExpressionToken token, ValueModel key)
    {
        var bare = key is ConvertedValue { Conversion: WrapperConversion { IsPlain: true } } wrapper ? wrapper.Stored : key;
        return (bare, token.Kind) switch
        {
            (ScalarValue { Kind: ScalarKind.String }, ExpressionTokenKind.Text) => token.Text,
            (ScalarValue { Kind: ScalarKind.String }, _) => throw new ExpressionException(
                $"has '[{token.Text}]' behind a dictionary of texts, which is neither a list nor has numbers as its keys; write ['{token.Text}']"),
            (EnumValue { IsNumber: false } names, ExpressionTokenKind.Text) => Literals.StoredName(names, token.Text),
            (EnumValue { IsNumber: true } numbers, _) => throw new ExpressionException(
                $"has '[{token.Text}]' behind a dictionary whose keys are the numbers of {numbers.Name}, stored so as [EnumAsNumber] or [Flags] says; "
                + "only members that are stored by their names can be named"),
            (EnumValue names, _) => throw new ExpressionException($"has '[{token.Text}]' behind a dictionary of {names.Name}; name a member in single quotes"),
            (ScalarValue { Kind: var kind }, _) when IsInteger(kind) => Integer(token.Text, kind),
            _ => throw new ExpressionException($"has '[{token.Text}]' behind a dictionary of {TypeNames.Readable(key.TypeName)}, "
                + "whose stored form is made at run time; only keys that are text, members of an enum or integers can be named"),
        };
    }

    private static bool IsInteger(ScalarKind kind) => kind is >= ScalarKind.SByte and <= ScalarKind.UInt128 or ScalarKind.BigInteger;

    private static string Integer(string text, ScalarKind kind) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && (number.Sign >= 0 || !kind.IsUnsigned())
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new ExpressionException($"has '[{text}]' behind a dictionary of {TypeNames.Readable(kind.TypeName())}, of which that is none");
}
