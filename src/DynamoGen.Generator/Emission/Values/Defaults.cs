using System.Globalization;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes a parameter's default value as C#.</summary>
internal static class Defaults
{
    public static string Expression(DefaultValue value) => value.Constant switch
    {
        null => $"default({value.TypeName}){(value.IsSuppressed ? "!" : string.Empty)}",
        bool constant => constant ? "true" : "false",
        string constant => SymbolDisplay.FormatLiteral(constant, quote: true),
        char constant => SymbolDisplay.FormatLiteral(constant, quote: true),
        float constant => $"({value.TypeName}){Literal(constant)}",
        double constant => $"({value.TypeName}){Literal(constant)}",
        decimal constant => $"({value.TypeName}){constant.ToString(CultureInfo.InvariantCulture)}m",
        { } constant => $"({value.TypeName})({Convert.ToString(constant, CultureInfo.InvariantCulture)})",
    };

    private static string Literal(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => "(" + value.ToString("R", CultureInfo.InvariantCulture) + "d)",
    };
}
