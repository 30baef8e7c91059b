using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the generated half of an entity: its keys and its marshaller, and beside it what differs between two of its states.</summary>
internal static class EntityEmitter
{
    public static string Emit(EntityModel entity)
    {
        var writer = new SourceWriter().OpenFile(entity.Type, entity.Experiments);
        var regional = entity.RegionalTable is null ? string.Empty : $" : {Names.RegionalEntity}";
        writer.Open(Text.Declaration(entity.Type.Declaration) + regional);
        if (entity.RegionalTable is { } table)
        {
            EmitRegional(writer, entity, table);
        }

        new KeysEmitter(writer, entity).Emit();
        writer.Line();
        new PrimaryKeyEmitter(writer, entity).Emit();
        writer.Line();
        EntityFormsEmitter.Emit(writer, entity);
        if (entity.Uniqueness is not null)
        {
            writer.Line();
            UniquenessEmitter.Emit(writer, entity, entity.Uniqueness);
        }

        writer.Line();
        new MarshallerEmitter(writer, entity).Emit();
        writer.Close();
        if (entity.Changes is not null)
        {
            writer.Line();
            ChangesEmitter.Emit(writer, entity);
        }

        return writer.CloseFile(entity.Type);
    }

    /// <summary>Where the repair of the values of which regions have parts finds them.</summary>
    private static void EmitRegional(SourceWriter writer, EntityModel entity, string table)
    {
        writer.Line(Text.InheritDoc).Line(Names.GeneratedCode);
        writer.Line($"static {Names.RegionalSchema} {Names.RegionalEntity}.Regional => {Names.RegionalSchema}.Of<{table}>(")
            .Indented($"{Text.Literal(entity.Name)}, {Text.Literal(entity.Lifecycle.UpdatedRegion!.Attribute)}, "
                + string.Join(", ", entity.Shape.Regional.Select(Regional)) + ");")
            .Line();
    }

    private static string Regional(MemberModel member) => $"new {Names.RegionalMember}({Text.Literal(member.Attribute)}, {Names.RegionalKind}{KindOf(member)})";

    private static string KindOf(MemberModel member) => ((RegionalValue)member.Value).Kind switch
    {
        RegionalKind.Counter => ".Counter",
        RegionalKind.Set => ".Set",
        _ => ".Register",
    };
}
