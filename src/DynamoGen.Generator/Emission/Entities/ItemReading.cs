using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the method that reads an item of one entity, whole or in part.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="entity">The entity's name, which its items carry.</param>
/// <param name="version">The entity's version.</param>
/// <param name="marks">The attributes that hold both.</param>
/// <param name="codecs">Names the codecs of the values.</param>
/// <param name="places">Gives the types their places in what a reader learns.</param>
/// <param name="keyOnly">Reads what the primary key alone holds; null where that is not read.</param>
internal sealed class ItemReading(
    SourceWriter writer, string entity, int version, MarksModel marks, CodecTypes codecs, AttributePlaces places, KeyOnlyReading? keyOnly = null)
{
    /// <param name="shape">What is read.</param>
    /// <param name="keys">The key attributes that the item may hold, which are stepped over.</param>
    /// <param name="isMarked">Whether the item may hold the mark of a write, which is stepped over too.</param>
    public void Emit(ObjectValue shape, IReadOnlyList<KeyAttributeModel> keys, bool isMarked)
    {
        var isUpcast = shape.OlderShapes.Count > 0 || shape.Members.Any(member => member.Upcasters.Count > 0);
        writer.Line(Text.InheritDoc);
        writer.Line("/// <remarks>");
        writer.Line("/// The items of a page mostly have their attributes in one order. "
            + "The reader remembers which attribute followed which, so that the bytes of the next one can be compared with a");
        writer.Line("/// literal; where they differ, its name is looked up and learned.");
        writer.Line("/// </remarks>");
        writer.Open($"public static {shape.TypeName} Read(ref {Names.WireReader} reader)");
        if (isUpcast)
        {
            writer.Line("// The version decides how other attributes are read, and may stand behind them.");
            var versionAttribute = marks.Version == MarksModel.Default.Version ? string.Empty : ", " + Text.Utf8(marks.Version);
            writer.Line($"var version = reader.PeekVersion({Text.Literal(entity)}, {Text.Number(version)}{versionAttribute});");
        }

        for (var i = 0; i < shape.OlderShapes.Count; i++)
        {
            var older = shape.OlderShapes[i];
            writer.Open($"if (version <= {Text.Number(older.From)})").Line($"return {Upcast(shape, i)};").Close().Line();
        }

        EmitBody(shape, "Attributes", keys, isMarked, isUpcast);
        foreach (var older in shape.OlderShapes)
        {
            writer.Line().Line($"/// <summary>Reads an item of version {Text.Number(older.From)} as it is stored.</summary>");
            writer.Open($"private static {older.Stored.TypeName} ReadVersion{Text.Number(older.From)}(ref {Names.WireReader} reader)");
            EmitBody(older.Stored, $"AttributesOfVersion{Text.Number(older.From)}", keys, isMarked, isUpcast: true);
        }
    }

    /// <summary>The expression that reads an item of an older version, and takes it from one whole shape to the next up to the entity.</summary>
    private static string Upcast(ObjectValue shape, int first)
    {
        var value = $"ReadVersion{Text.Number(shape.OlderShapes[first].From)}(ref reader)";
        foreach (var older in shape.OlderShapes.Skip(first))
        {
            value = $"{shape.TypeName}.{Text.Identifier(older.Method)}({value})";
            if (older.YieldsEntity)
            {
                break;
            }
        }

        return value;
    }

    private void EmitBody(ObjectValue shape, string table, IReadOnlyList<KeyAttributeModel> keys, bool isMarked, bool isUpcast)
    {
        var others = keys.Where(key => shape.Members.All(member => member.Attribute != key.Attribute)).ToArray();
        var layout = places.Take(table, (isMarked ? 3 : 2) + others.Length + shape.ReadAttributes.Count());
        AttributeCase[] marked =
        [
            .. marks.AreWritten ? Marks(isUpcast) : [],
            .. MarkOfWrite(isMarked),
            .. others.Select(key => keyOnly?.Case(key) ?? AttributeCase.SkippedContent(writer, key.Attribute, key.Descriptor)),
        ];
        var cases = new ObjectReading(writer, codecs, shape, layout, marked).Emit(
            open: () =>
            {
                keyOnly?.EmitLocals();
                writer.Line($"reader.BeginItem({Text.Literal(entity)});");
            },
            close: () =>
            {
                writer.Line("reader.EndItem();");
                keyOnly?.EmitParts();
            });
        writer.Close().Line();
        layout.Emit(writer, cases);
    }

    private IEnumerable<AttributeCase> MarkOfWrite(bool isMarked) => isMarked ? [AttributeCase.Skipped(writer, WriteRepetition.Mark)] : [];

    /// <summary>The attributes of every item that are none of the entity's members. Their usual content is part of the guess.</summary>
    private IEnumerable<AttributeCase> Marks(bool isUpcast)
    {
        var number = Text.Number(version);
        var typeAttribute = marks.Type == MarksModel.Default.Type ? string.Empty : ", " + Text.Literal(marks.Type);
        yield return new(marks.Type, $"{{\"S\":\"{JsonText.Of(entity)}\"}}", null,
            () => writer.Line($"reader.ExpectEntity(isNamed, {Text.Utf8(entity)}{typeAttribute});"));
        yield return isUpcast
            ? AttributeCase.Skipped(writer, marks.Version)
            : new(marks.Version, $"{{\"N\":\"{number}\"}}", null, () => writer.Line($"reader.ExpectVersion(isNamed, {number});"));
    }
}
