using System.Globalization;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

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
        ItemReading.Emit(writer, entity.Name, entity.Version, entity.Shape, entity.Keys.SelectMany(key => key.Attributes).Where(key => !key.IsMember).GroupBy(key => key.Attribute).Select(same => same.First()), composites);
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
            foreach (var attribute in key.Attributes.Where(attribute => !attribute.IsMember))
            {
                writer.Line($"/// <item><term><c>{Text.Xml(attribute.Attribute)}</c></term><description>{attribute.Descriptor}: {Text.Xml(attribute.Template)}</description></item>");
            }
        }

        foreach (var member in entity.Shape.Members.Where(member => !member.IsCatchAll))
        {
            writer.Line($"/// <item><term><c>{Text.Xml(member.Attribute)}</c></term><description>{TypeDescriptors.Of(member.Value)}</description></item>");
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
        var method = entity.Keys[0].Attributes.All(key => key.IsMember) ? "Member" : "Raw";
        writer.Line($"writer.{method}({Text.Utf8($",\"_t\":{{\"S\":\"{JsonText.Of(entity.Name)}\"}},\"_v\":{{\"N\":\"{version}\"}}")});");
        new ValueWriting(writer, composites).Members(entity.Shape, "entity");
        CatchAllWriting.Emit(writer, entity.Shape, "entity", entity.Keys.SelectMany(key => key.Attributes).Select(attribute => attribute.Attribute).Concat(["_t", "_v"]));
        writer.Line("writer.Raw(\"}\"u8);").Close();
    }
}
