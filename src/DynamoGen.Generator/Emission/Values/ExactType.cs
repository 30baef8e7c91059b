using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>
/// Writes the test that a value is of just the type that is written, because what a derived type adds would be lost. A sealed type needs none.
/// </summary>
internal static class ExactType
{
    /// <summary>Writes the statement that refuses a value of a derived type.</summary>
    public static void Emit(SourceWriter writer, ObjectValue type, string expression)
    {
        if (!type.IsSealed)
        {
            writer.Open($"if ({Comparison(type, expression, "!=")})");
            writer.Line($"throw {Names.WireWriter}.DerivedType({Text.Literal(type.Name)}, {expression});").Close().Line();
        }
    }

    /// <summary>The condition behind a case's pattern, by which a value is of just the type, or nothing.</summary>
    public static string When(ObjectValue type, string expression) => type.IsSealed ? string.Empty : $" when {Comparison(type, expression, "==")}";

    /// <summary>The type may have a <c>GetType</c> of its own.</summary>
    private static string Comparison(ObjectValue type, string expression, string comparison) =>
        $"((object){expression}).GetType() {comparison} typeof({type.TypeName})";
}
