using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the bounds of a range of sort keys.</summary>
/// <param name="writer">Where they are written.</param>
/// <param name="range">The range.</param>
/// <param name="local">The variable that holds a parameter.</param>
/// <param name="parts">Writes the parts of keys.</param>
internal sealed class KeyRangeEmitter(SourceWriter writer, RangeModel range, Func<string, string> local, KeyPartEmitter parts)
{
    /// <summary>A bound of a number or of bytes; the end of all of them where none is given.</summary>
    public void EmitBound(bool isLower)
    {
        var (parameter, part) = isLower ? (range.Lower, range.LowerPart) : (range.Upper, range.UpperPart);
        var end = $"writer.Raw({EndOfAll(part, isLower)});";
        if (parameter is null)
        {
            writer.Line(end);
        }
        else if (part.IsNullable)
        {
            var bound = isLower ? "lower" : "upper";
            writer.Open($"if ({local(parameter)} is {{ }} {bound})");
            Emit(part, bound);
            writer.Close().Open("else").Line(end).Close();
        }
        else
        {
            Emit(part, local(parameter));
        }

        // Bytes that are none bound nothing from below, and everything from above.
        void Emit(KeyPart part, string value)
        {
            if (part.Kind != KeyPartKind.Bytes)
            {
                writer.Line(KeyPartEmitter.Content(part, value));
                return;
            }

            writer.Open($"if ({LengthOf(part, value)} == 0)").Line($"writer.Raw({EndOfAll(part, isLower: true)});").Close();
            writer.Open("else").Line(KeyPartEmitter.Content(part, value)).Close();
        }
    }

    private static string LengthOf(KeyPart part, string value) => part.WrappedType is null ? $"{value}.Length" : $"{value}.Value.Length";

    /// <summary>A bound of text, behind what is before it in the key.</summary>
    /// <param name="key">The variable of the key.</param>
    /// <param name="isLower">Whether it is the lower bound.</param>
    /// <param name="isOpen">Whether nothing is before it in the key, which must not be empty.</param>
    public void EmitText(string key, bool isLower, bool isOpen)
    {
        if (isLower)
        {
            EmitLower(key, isOpen);
            if (isOpen && range.Lower is not null)
            {
                EmitLowestIfEmpty(key, range.LowerPart);
            }
        }
        else
        {
            EmitUpper(key);
            if (isOpen)
            {
                EmitLowestIfEmpty(key, range.UpperPart);
            }
        }
    }

    /// <summary>No key is empty, so that an empty text stands for what is below all keys.</summary>
    private void EmitLowestIfEmpty(string key, KeyPart part)
    {
        if (part.Kind == KeyPartKind.Text && !range.IsBeginning)
        {
            writer.Open($"if ({key}.Length == 0)").Line(Lowest(key)).Close();
        }
    }

    private void EmitLower(string key, bool isOpen)
    {
        if (range.IsBeginning)
        {
            EmitBeginning(key);
            if (isOpen)
            {
                writer.Open($"if ({local(range.Lower!)}.Length == 0)").Line(Lowest(key)).Close();
            }
        }
        else if (range.Lower is not { } lower)
        {
            if (isOpen)
            {
                writer.Line(Lowest(key));
            }
        }
        else if (range.LowerPart.IsNullable)
        {
            writer.Open($"if ({local(lower)} is {{ }} {key}Bound)").Line(parts.Build(key, range.LowerPart, $"{key}Bound")).Close();
            if (isOpen)
            {
                writer.Open("else").Line(Lowest(key)).Close();
            }
        }
        else
        {
            writer.Line(parts.Build(key, range.LowerPart, local(lower)));
        }
    }

    private void EmitUpper(string key)
    {
        if (range.IsBeginning)
        {
            EmitBeginning(key);
            writer.Line($"{key}.UpperBound();");
        }
        else if (range.Upper is not { } upper)
        {
            writer.Line($"{key}.UpperBound();");
        }
        else if (range.UpperPart.IsNullable)
        {
            writer.Open($"if ({local(upper)} is {{ }} {key}Bound)");
            EmitUpperValue(key, $"{key}Bound");
            writer.Close().Open("else").Line($"{key}.UpperBound();").Close();
        }
        else
        {
            EmitUpperValue(key, local(upper));
        }
    }

    /// <summary>The bound takes in every key whose part has just this value, whatever follows, and none whose text merely begins with it.</summary>
    private void EmitUpperValue(string key, string value)
    {
        writer.Line(parts.Build(key, range.UpperPart, value));
        if (!range.UpperPart.IsVariableLength)
        {
            writer.Line($"{key}.UpperBound();");
        }
        else if (range.Terminator is not null)
        {
            writer.Line($"{key}.Literal({Text.Utf8(range.Terminator)});").Line($"{key}.UpperBound();");
        }
    }

    private void EmitBeginning(string key) => writer.Line($"{key}.{(range.LowerPart.IsFinal ? "FinalText" : "TextPrefix")}({local(range.Lower!)});");

    /// <summary>A bound must not be empty; no key sorts below U+0000.</summary>
    private static string Lowest(string key) => $"{key}.Literal(\"\\0\"u8);";

    /// <summary>The lowest or highest value of its type that DynamoDB knows, as the content of its JSON.</summary>
    private static string EndOfAll(KeyPart part, bool isLower) => part.Kind == KeyPartKind.Bytes
        ? isLower ? Text.Utf8("AA==") : $"{Names.HighestKey}.Binary"
        : Text.Utf8((isLower ? "-" : string.Empty) + "9.9999999999999999999999999999999999999E+125");
}
