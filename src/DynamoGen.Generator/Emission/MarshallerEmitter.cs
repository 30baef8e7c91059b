using System.Globalization;
using DynamoGen.Generator.Model;

namespace DynamoGen.Generator.Emission;

/// <summary>Writes the marshaller of an entity.</summary>
internal static class MarshallerEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity)
    {
        var composites = new CompositeMethods();
        writer.Line($"/// <summary>Writes and reads the items of <c>{Text.Xml(entity.Name)}</c>, version {entity.Version.ToString(CultureInfo.InvariantCulture)}.</summary>");
        EmitLayout(writer, entity);
        writer.Line(Names.GeneratedCode);
        writer.Open($"public readonly struct {entity.MarshallerStruct} : {Names.ItemMarshaller}<{entity.Type.FullName}>");
        writer.Line("/// <inheritdoc/>").Line($"public static string EntityName => {Text.Literal(entity.Name)};").Line();
        EmitWrite(writer, entity, composites);
        writer.Line();
        EmitRead(writer, entity, composites);
        var objects = new List<ObjectValue> { entity.Shape };
        while (composites.TryNext(out var value))
        {
            writer.Line();
            new CompositeEmitter(writer, composites).Emit(value);
            if (value is ObjectValue { IsRecursion: false } type && type.TypeName != entity.Type.FullName)
            {
                objects.Add(type);
            }
        }

        foreach (var type in PatternEnums.InValues(entity.Shape).Where(type => !type.IsFlags).Distinct())
        {
            writer.Line();
            EnumEmitter.EmitMarshalling(writer, type);
        }

        ObjectReading.EmitInitAccessors(writer, objects);

        writer.Close();
    }

    private static void EmitLayout(SourceWriter writer, EntityModel entity)
    {
        writer.Line("/// <remarks>").Line("/// <list type=\"table\">");
        foreach (var key in entity.Keys)
        {
            foreach (var attribute in key.Sort is null ? [key.Partition] : new[] { key.Partition, key.Sort })
            {
                writer.Line($"/// <item><term><c>{Text.Xml(attribute.Attribute)}</c></term><description>S: {Text.Xml(attribute.Template)}</description></item>");
            }
        }

        foreach (var member in entity.Shape.Members.Where(member => !member.IsCatchAll))
        {
            writer.Line($"/// <item><term><c>{Text.Xml(member.Attribute)}</c></term><description>{ValueTypes.Descriptor(member.Value)}</description></item>");
        }

        writer.Line("/// </list>").Line("/// </remarks>");
    }

    private static void EmitWrite(SourceWriter writer, EntityModel entity, CompositeMethods composites)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public static void Write({Names.WireWriter} writer, {entity.Type.FullName} entity)");
        writer.Line("writer.Raw(\"{\"u8);");
        new KeyWriting(writer, entity).Emit();

        var version = entity.Version.ToString(CultureInfo.InvariantCulture);
        writer.Line($"writer.Raw({Text.Utf8($",\"_t\":{{\"S\":\"{Text.Json(entity.Name)}\"}},\"_v\":{{\"N\":\"{version}\"}}")});");
        new ValueWriting(writer, composites).Members(entity.Shape, "entity");
        CatchAllWriting.Emit(writer, entity.Shape, "entity", entity.Keys.SelectMany(key => key.Attributes).Select(attribute => attribute.Attribute).Concat(["_t", "_v"]));
        writer.Line("writer.Raw(\"}\"u8);").Close();
    }

    private static void EmitRead(SourceWriter writer, EntityModel entity, CompositeMethods composites)
    {
        var name = Text.Literal(entity.Name);
        var version = entity.Version.ToString(CultureInfo.InvariantCulture);
        var isUpcast = entity.Shape.Members.Any(member => member.Upcasters.Count > 0);
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public static {entity.Type.FullName} Read(ref {Names.WireReader} reader)");
        if (isUpcast)
        {
            writer.Line("// The version decides how other attributes are read, and may stand behind them.");
            writer.Line($"var version = reader.PeekVersion({name}, {version});");
        }

        new ObjectReading(writer, new ValueReading(composites), entity.Shape, composites, Marks(writer, entity, isUpcast)).Emit(
            open: () => writer.Line($"reader.BeginItem({name});"),
            close: () => writer.Line("reader.EndItem();"));
        writer.Close();
    }

    /// <summary>The attributes of the item that are none of the entity's members. The usual content of a mark is part of the guess.</summary>
    private static List<AttributeCase> Marks(SourceWriter writer, EntityModel entity, bool isUpcast)
    {
        var version = entity.Version.ToString(CultureInfo.InvariantCulture);
        var marks = new List<AttributeCase>
        {
            new("_t", $"{{\"S\":\"{Text.Json(entity.Name)}\"}}", null, () =>
                writer.Open("if (isNamed)").Line($"reader.ExpectEntity({Text.Utf8(entity.Name)});").Close()),
            isUpcast
                ? new("_v", string.Empty, null, () => writer.Line("reader.SkipValue();"))
                : new("_v", $"{{\"N\":\"{version}\"}}", null, () => writer.Open("if (isNamed)").Line($"reader.ReadVersion({version});").Close()),
        };
        var keys = entity.Keys.SelectMany(key => key.Attributes).Select(attribute => attribute.Attribute).Distinct();
        marks.AddRange(keys.Select(key => new AttributeCase(key, "{\"S\":\"", "S", () => writer.Line("reader.TextContent();").Line("reader.EndValue();"))));
        return marks;
    }
}
