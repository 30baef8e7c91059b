using DynamoGen.Declarations.Entities;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the members by which an entity's other forms are had: its size, and the SDK's attribute values.</summary>
internal static class EntityFormsEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity)
    {
        var type = entity.Type.FullName;
        var types = $"{type}, {entity.MarshallerStruct}";
        writer.Line("/// <summary>The size of the item in bytes as DynamoDB counts it: keys, index keys, names and values; at most 409,600.</summary>");
        writer.Line("/// <param name=\"entity\">The entity's value.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static int {entity.Forms.SizeOf}({type} entity) => global::DynamoGen.Serialization.ItemSize.Of<{types}>(entity);").Line();
        writer.Line("/// <summary>The whole item as the SDK's attribute values: keys, index keys, marks and attributes.</summary>");
        writer.Line("/// <param name=\"entity\">The entity's value.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static {Names.AttributeMap} {entity.Forms.ToItem}({type} entity) => "
            + $"global::DynamoGen.Serialization.AttributeMap.From<{types}>(entity);").Line();
        writer.Line("/// <summary>The entity of an item in the form of the SDK's attribute values.</summary>");
        writer.Line("/// <param name=\"item\">The item, with attributes in any order.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Line(
            $"public {Text.New(entity.Hiding, entity.Forms.FromItem)}static {type} {entity.Forms.FromItem}({Names.AttributeMap} item) => "
            + $"global::DynamoGen.Serialization.AttributeMap.Read<{types}>(item);");
    }
}
