using DynamoGen.Declarations.Entities;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the generated half of an entity: its keys and its marshaller, and beside it what differs between two of its states.</summary>
internal static class EntityEmitter
{
    public static string Emit(EntityModel entity)
    {
        var writer = new SourceWriter().OpenFile(entity.Type, entity.Experiments);
        writer.Open(Text.Declaration(entity.Type.Declaration));
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
}
