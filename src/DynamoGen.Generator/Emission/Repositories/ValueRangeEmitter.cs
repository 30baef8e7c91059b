using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the bounds of a range of sort keys that are numbers or bytes.</summary>
/// <param name="writer">Where they are written.</param>
/// <param name="range">The range.</param>
/// <param name="local">The variable that holds a parameter.</param>
internal sealed class ValueRangeEmitter(SourceWriter writer, RangeModel range, Func<string, string> local)
{
    /// <summary>Writes a bound; the end of all values where none is given.</summary>
    public void Emit(bool isLower)
    {
        var end = $"writer.Raw({EndOfAll(isLower)});";
        if ((isLower ? range.Lower : range.Upper) is not { } bound)
        {
            writer.Line(end);
            return;
        }

        var step = bound.Steps[0];
        if (!step.Part.IsNullable)
        {
            Emit(step.Part, local(step.Parameter), bound.IsExclusive, isLower);
            return;
        }

        var value = isLower ? "lower" : "upper";
        writer.Open($"if ({local(step.Parameter)} is {{ }} {value})");
        Emit(step.Part, value, bound.IsExclusive, isLower);
        writer.Close().Open("else").Line(end).Close();
    }

    /// <summary>Bytes that are none bound nothing from below, and everything from above.</summary>
    private void Emit(KeyPart part, string value, bool isExclusive, bool isLower)
    {
        if (part.Kind != KeyPartKind.Bytes)
        {
            var written = part.WrappedType is null ? value : value + ".Value";
            written = part.IsUnixTime ? KeyPartEmitter.Epoch(part, written, isUp: isLower != isExclusive) : written;
            writer.Line($"writer.Number({(isExclusive ? $"(decimal){written} {(isLower ? '+' : '-')} 1" : written)});");
            return;
        }

        writer.Open($"if ({LengthOf(part, value)} == 0)").Line($"writer.Raw({EndOfAll(isLower: true)});").Close();
        writer.Open("else").Line(KeyPartEmitter.Content(part, value)).Close();
    }

    private static string LengthOf(KeyPart part, string value) => part.WrappedType is null ? $"{value}.Length" : $"{value}.Value.Length";

    /// <summary>The lowest or highest value of its type that DynamoDB knows, as the content of its JSON.</summary>
    private string EndOfAll(bool isLower) => range.Part.Kind == KeyPartKind.Bytes
        ? isLower ? Text.Utf8("AA==") : $"{Names.HighestKey}.Binary"
        : Text.Utf8((isLower ? "-" : string.Empty) + "9.9999999999999999999999999999999999999E+125");
}
