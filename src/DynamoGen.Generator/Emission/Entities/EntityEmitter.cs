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
        var counters = entity.CounterTable is null ? string.Empty : $" : {Names.RegionalCounters}";
        writer.Open(Text.Declaration(entity.Type.Declaration) + counters);
        if (entity.CounterTable is { } table)
        {
            EmitCounters(writer, entity, table);
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

    /// <summary>Where the repair of the counters finds them.</summary>
    private static void EmitCounters(SourceWriter writer, EntityModel entity, string table)
    {
        var counters = entity.Shape.Members.Where(member => member.Value is CounterValue).Select(member => ", " + Text.Literal(member.Attribute));
        writer.Line(Text.InheritDoc).Line(Names.GeneratedCode);
        writer.Line($"static {Names.RegionalCounterSchema} {Names.RegionalCounters}.Counters => {Names.RegionalCounterSchema}.Of<{table}>("
            + $"{Text.Literal(entity.Name)}, {Text.Literal(entity.Lifecycle.UpdatedRegion!.Attribute)}{string.Concat(counters)});").Line();
    }
}
