using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>
/// Opens the types that are generated for a value. Whoever can name the value's C# type can name them, those in a project that references the entity's for
/// one; what is hidden inside of the entity stays hidden.
/// </summary>
internal static class ValueStructs
{
    /// <param name="writer">The marshaller's source.</param>
    /// <param name="value">The value.</param>
    /// <param name="name">The name of the struct.</param>
    /// <param name="contract">What it implements.</param>
    public static SourceWriter OpenStruct(this SourceWriter writer, ValueModel value, string name, string contract)
    {
        if (value.Reach == TypeReach.Anywhere)
        {
            writer.Line($"/// <summary>Stores values of <c>{Text.Xml(TypeNames.Readable(value.TypeName))}</c>, for generated code.</summary>");
            writer.Line(Names.NotForEditors);
        }

        return writer.Open($"{Access(value.Reach)} readonly struct {name} : {contract}");
    }

    private static string Access(TypeReach reach) => reach switch
    {
        TypeReach.Anywhere => "public",
        TypeReach.Entity => "private",
        _ => "internal",
    };
}
