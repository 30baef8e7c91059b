using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the marshaller of an entity.</summary>
internal sealed class MarshallerEmitter(SourceWriter writer, EntityModel entity)
{
    private readonly CodecTypes _codecs = new(entity.Reference, isInside: true);

    public void Emit()
    {
        var places = new AttributePlaces();
        writer.Line($"/// <summary>Writes and reads the items of <c>{Text.Xml(entity.Name)}</c>, version {Text.Number(entity.Version)}.</summary>");
        EmitLayout();
        writer.Line(Names.GeneratedCode).Line(DeclaredModelText.Of(entity));
        writer.Open($"public {Text.New(entity.Hiding, entity.MarshallerStruct)}readonly struct {entity.MarshallerStruct} : "
            + $"{Names.ItemMarshaller}<{entity.Type.FullName}>");
        writer.Line(Text.InheritDoc).Line($"public static string EntityName => {Text.Literal(entity.Name)};").Line();
        if (entity.Beginning is { } beginning)
        {
            writer.Line(Text.InheritDoc).Line($"public static {Names.KeyBeginning}? Beginning {{ get; }} = "
                + $"new({Text.Literal(beginning.Partition.Text)}, {Text.Literal(beginning.Sort?.Text ?? string.Empty)});").Line();
        }

        EmitUpcasts();
        new ItemWriting(writer, entity, _codecs).Emit(entity.Written);
        writer.Line();
        var keys = entity.Keys.SelectMany(key => key.Attributes).Where(key => !key.IsMember)
            .GroupBy(key => key.Attribute).Select(same => same.First()).ToArray();
        var keyOnly = new KeyOnlyReading(writer, entity.Name, entity.KeysClass, entity.Keys[0], entity.Shape);
        new ItemReading(writer, entity.Name, entity.Version, entity.Marks, _codecs, places, keyOnly).Emit(entity.Shape, keys, entity.MarksWrites);
        var values = StoredValues.Of(entity.Shape, entity.Written).ToArray();
        var parts = entity.Keys.SelectMany(key => key.Parts).Concat(entity.Uniqueness?.Constraints.SelectMany(constraint => constraint.Key.Parts) ?? []);
        new CodecEmitter(writer, _codecs, places).Emit(values, parts.Select(part => part.Enum).OfType<EnumValue>().Where(type => !type.IsFlags));
        var accessors = new HashSet<string>();
        var items = entity.Shape.OlderShapes.Select(older => older.Stored).Prepend(entity.Shape);
        foreach (var type in items.Concat(values.OfType<ObjectValue>()).Where(type => !type.IsRecursion))
        {
            InitAccessors.Emit(writer, type, accessors);
        }

        if (entity.Written is { } written)
        {
            OlderFormEmitter.Emit(writer, entity, written, _codecs);
        }

        writer.Close();
    }

    private void EmitLayout()
    {
        writer.Line("/// <remarks>").Line("/// <list type=\"table\">");
        foreach (var attribute in entity.Keys.SelectMany(key => key.Attributes).Where(attribute => !attribute.IsMember))
        {
            writer.Line($"/// <item><term><c>{Text.Xml(attribute.Attribute)}</c></term><description>{attribute.Descriptor}: "
                + $"{Text.Xml(attribute.Template)}</description></item>");
        }

        foreach (var (member, attribute) in entity.Shape.Members.SelectMany(member => member.Attributes, (member, attribute) => (member, attribute)))
        {
            writer.Line($"/// <item><term><c>{Text.Xml(attribute)}</c></term><description>{TypeDescriptors.Of(member.Value)}</description></item>");
        }

        writer.Line("/// </list>").Line("/// </remarks>");
    }

    /// <summary>Where the write-back of older items finds how they become current ones. Nothing else names it, so that it is not published without.</summary>
    private void EmitUpcasts()
    {
        if (entity.UpcastTable is { } table)
        {
            writer.Line("/// <summary>How items of older versions become ones of the current version, as they are written back.</summary>");
            writer.Line($"public static {Names.UpcastSchema} Upcasts => {Names.UpcastSchema}.Of<{table}, {entity.Type.FullName}, {entity.MarshallerStruct}>(");
            var unique = Strings(entity.Uniqueness?.Attributes ?? []);
            writer.Indented($"{Text.Number(entity.WrittenVersion)}, {Strings(entity.VersionedAttributes)}, {unique});").Line();
        }
    }

    private static string Strings(IEnumerable<string> attributes) => $"new string[] {{ {string.Join(", ", attributes.Select(Text.Literal))} }}";
}
