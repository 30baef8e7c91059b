using System.Globalization;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the method that reads an item of one entity, whole or in part.</summary>
internal static class ItemReading
{
    /// <param name="writer">Where it is written.</param>
    /// <param name="entity">The entity's name in <c>_t</c>.</param>
    /// <param name="version">The entity's version.</param>
    /// <param name="shape">What is read.</param>
    /// <param name="keys">The key attributes that the item may hold, which are stepped over.</param>
    /// <param name="composites">Gives nested types their methods.</param>
    public static void Emit(SourceWriter writer, string entity, int version, ObjectValue shape, IEnumerable<KeyAttributeModel> keys, CompositeMethods composites)
    {
        var name = Text.Literal(entity);
        var isUpcast = shape.Members.Any(member => member.Upcasters.Count > 0);
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public static {shape.TypeName} Read(ref {Names.WireReader} reader)");
        if (isUpcast)
        {
            writer.Line("// The version decides how other attributes are read, and may stand behind them.");
            writer.Line($"var version = reader.PeekVersion({name}, {version.ToString(CultureInfo.InvariantCulture)});");
        }

        var marks = Marks(writer, entity, version, isUpcast).Concat(keys.Select(key => Key(writer, key))).ToArray();
        new ObjectReading(writer, new ValueReading(composites), shape, composites, marks).Emit(
            open: () => writer.Line($"reader.BeginItem({name});"),
            close: () => writer.Line("reader.EndItem();"));
        writer.Close();
    }

    /// <summary>The attributes of every item that are none of the entity's members. Their usual content is part of the guess.</summary>
    private static IEnumerable<AttributeCase> Marks(SourceWriter writer, string entity, int version, bool isUpcast)
    {
        var number = version.ToString(CultureInfo.InvariantCulture);
        yield return new("_t", $"{{\"S\":\"{JsonText.Of(entity)}\"}}", null, () =>
            writer.Open("if (isNamed)").Line($"reader.ExpectEntity({Text.Utf8(entity)});").Close());
        yield return isUpcast
            ? new("_v", string.Empty, null, () => writer.Line("reader.SkipValue();"))
            : new("_v", $"{{\"N\":\"{number}\"}}", null, () => writer.Open("if (isNamed)").Line($"reader.ReadVersion({number});").Close());
    }

    private static AttributeCase Key(SourceWriter writer, KeyAttributeModel key) =>
        new(key.Attribute, $"{{\"{key.Descriptor}\":\"", key.Descriptor, () => writer.Line("reader.TextContent();").Line("reader.EndValue();"));
}
