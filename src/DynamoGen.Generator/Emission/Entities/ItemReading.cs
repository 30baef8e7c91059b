using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the method that reads an item of one entity, whole or in part.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="entity">The entity's name in <c>_t</c>.</param>
/// <param name="version">The entity's version.</param>
/// <param name="codecs">Names the codecs of the values.</param>
/// <param name="places">Gives the types their places in what a reader learns.</param>
internal sealed class ItemReading(SourceWriter writer, string entity, int version, CodecTypes codecs, AttributePlaces places)
{
    /// <param name="shape">What is read.</param>
    /// <param name="keys">The key attributes that the item may hold, which are stepped over.</param>
    /// <param name="isMarked">Whether the item may hold the mark of a write, which is stepped over too.</param>
    public void Emit(ObjectValue shape, IReadOnlyList<KeyAttributeModel> keys, bool isMarked)
    {
        var name = Text.Literal(entity);
        var isUpcast = shape.Members.Any(member => member.Upcasters.Count > 0);
        var layout = places.Take("Attributes", (isMarked ? 3 : 2) + keys.Count + shape.StoredAttributes.Count());
        writer.Line("/// <inheritdoc/>");
        writer.Line("/// <remarks>");
        writer.Line("/// The items of a page mostly have their attributes in one order. "
            + "The reader remembers which attribute followed which, so that the bytes of the next one can be compared with a");
        writer.Line("/// literal; where they differ, its name is looked up and learned.");
        writer.Line("/// </remarks>");
        writer.Open($"public static {shape.TypeName} Read(ref {Names.WireReader} reader)");
        if (isUpcast)
        {
            writer.Line("// The version decides how other attributes are read, and may stand behind them.");
            writer.Line($"var version = reader.PeekVersion({name}, {Text.Number(version)});");
        }

        AttributeCase[] marks = [.. Marks(isUpcast), .. MarkOfWrite(isMarked), .. keys.Select(key => AttributeCase.SkippedContent(writer, key.Attribute, key.Descriptor))];
        var cases = new ObjectReading(writer, codecs, shape, layout, marks).Emit(
            open: () => writer.Line($"reader.BeginItem({name});"),
            close: () => writer.Line("reader.EndItem();"));
        writer.Close().Line();
        layout.Emit(writer, cases);
    }

    private IEnumerable<AttributeCase> MarkOfWrite(bool isMarked) => isMarked ? [AttributeCase.Skipped(writer, WriteRepetition.Mark)] : [];

    /// <summary>The attributes of every item that are none of the entity's members. Their usual content is part of the guess.</summary>
    private IEnumerable<AttributeCase> Marks(bool isUpcast)
    {
        var number = Text.Number(version);
        yield return new("_t", $"{{\"S\":\"{JsonText.Of(entity)}\"}}", null, () => writer.Line($"reader.ExpectEntity(isNamed, {Text.Utf8(entity)});"));
        yield return isUpcast
            ? AttributeCase.Skipped(writer, "_v")
            : new("_v", $"{{\"N\":\"{number}\"}}", null, () => writer.Line($"reader.ExpectVersion(isNamed, {number});"));
    }
}
