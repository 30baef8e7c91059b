using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Declarations.Values;

/// <summary>Writes a parameter's default value as C#.</summary>
internal static class DefaultValues
{
    public static string Expression(IParameterSymbol parameter)
    {
        var type = parameter.Type.FullName();
        return parameter.ExplicitDefaultValue switch
        {
            null => parameter.Type.IsReferenceType && parameter.NullableAnnotation != NullableAnnotation.Annotated ? $"default({type})!" : $"default({type})",
            bool value => value ? "true" : "false",
            string value => SymbolDisplay.FormatLiteral(value, quote: true),
            char value => SymbolDisplay.FormatLiteral(value, quote: true),
            float value => $"({type}){Literal(value)}",
            double value => $"({type}){Literal(value)}",
            decimal value => $"({type}){value.ToString(System.Globalization.CultureInfo.InvariantCulture)}m",
            { } value => $"({type})({Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)})",
        };
    }

    private static string Literal(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => "(" + value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "d)",
    };
}
