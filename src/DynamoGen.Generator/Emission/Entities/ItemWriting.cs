using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the method that writes the items of one entity.</summary>
internal sealed class ItemWriting(SourceWriter writer, EntityModel entity, CodecTypes codecs)
{
    /// <param name="written">The older version in whose form items are written; null for the current one.</param>
    public void Emit(WrittenVersion? written)
    {
        writer.Line(Text.InheritDoc);
        writer.Open($"public static void Write({Names.WireWriter} writer, {entity.Type.FullName} entity)");
        ExactType.Emit(writer, entity.Shape, "entity");
        writer.Line("writer.Raw(\"{\"u8);");
        new KeyWriting(writer, entity).Emit();
        if (entity.Marks.AreWritten)
        {
            var (type, version) = (JsonText.Of(entity.Marks.Type), JsonText.Of(entity.Marks.Version));
            var number = Text.Number(written?.Version ?? entity.Version);
            var content = $",\"{type}\":{{\"S\":\"{JsonText.Of(entity.Name)}\"}},\"{version}\":{{\"N\":\"{number}\"}}";
            writer.Line($"writer.Member({Text.Utf8(content)});");
        }

        foreach (var attribute in entity.Keys.SelectMany(key => key.Attributes).Where(attribute => attribute.IsMember && CanBeEmpty(attribute))
            .GroupBy(attribute => attribute.Attribute).Select(same => same.First()))
        {
            writer.Line($"writer.RequireKey({IsEmpty(attribute.Parts[0])}, {Text.Literal(entity.Name)}, {Text.Literal(attribute.Attribute)});");
        }

        var marks = entity.MarksWrites ? entity.Marks.All.Append(WriteRepetition.Mark) : entity.Marks.All;
        EmitMembers(written, entity.Keys.SelectMany(key => key.Attributes).Select(attribute => attribute.Attribute).Concat(marks));
        writer.Line("writer.Raw(\"}\"u8);").Close();
    }

    private void EmitMembers(WrittenVersion? written, IEnumerable<string> own)
    {
        var values = new ValueWriting(writer, codecs);
        if (written is null)
        {
            values.Members(entity.Shape, "entity", own);
        }
        else if (written.Item is { } item)
        {
            writer.Line($"var older = {entity.Type.FullName}.{Text.Identifier(item.Method)}(entity);");
            ExactType.Emit(writer, item.Stored, "older");
            values.Members(item.Stored, "older", own.Concat(entity.Shape.ReadAttributes));
        }
        else
        {
            foreach (var downcaster in written.Downcasters)
            {
                var arguments = downcaster.Properties.Select(property => $"entity.{Text.Identifier(property)}");
                values.Member(downcaster.Attribute, downcaster.Value,
                    $"{entity.Type.FullName}.{Text.Identifier(downcaster.Method)}({string.Join(", ", arguments)})");
            }

            var kept = entity.Shape with { Members = new EquatableArray<MemberModel>(written.Kept(entity.Shape)) };
            values.Members(kept, "entity", own.Concat(written.Attributes).Concat(entity.Shape.ReadAttributes));
        }
    }

    private static bool CanBeEmpty(KeyAttributeModel attribute) => attribute.Parts[0].Kind is KeyPartKind.Text or KeyPartKind.Bytes;

    private static string IsEmpty(KeyPart part)
    {
        var mark = part.IsNullable ? "?" : string.Empty;
        var value = $"entity.{Text.Identifier(part.Text)}{(part.WrappedType is null ? string.Empty : mark + ".Value")}";
        return $"{value} is {{ Length: 0 }}";
    }
}
