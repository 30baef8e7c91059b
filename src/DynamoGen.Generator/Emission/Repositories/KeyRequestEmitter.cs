using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the key of a request: the values of the primary key, which know how they are written.</summary>
internal static class KeyRequestEmitter
{
    /// <summary>The expression of the primary key's values.</summary>
    public static string PrimaryKey(RepositoryModel repository, KeyConditionModel key, SourceExpressions sources)
    {
        var values = new Dictionary<string, string>();
        var attributes = key.Key.Attributes.SelectMany(attribute => attribute.Parts);
        foreach (var (declared, bound) in attributes.Zip(key.Partition.Concat(key.SortPrefix), (declared, bound) => (declared, bound))
            .Where(pair => pair.declared.IsPlaceholder))
        {
            values[declared.Text] = sources.AsDeclared(declared, bound);
        }

        var properties = repository.PrimaryKey.Parts.Where(part => part.IsPlaceholder).Select(part => part.Text).Distinct();
        return $"new {repository.Entity.FullName}.{repository.Entity.PrimaryKey}({string.Join(", ", properties.Select(property => values[property]))})";
    }

    /// <summary>Writes the method that writes the primary key.</summary>
    public static void EmitWriteKey(SourceWriter writer, RepositoryModel repository, KeyConditionModel key, SourceExpressions sources) =>
        writer.Line($"public void WriteKey({Names.WireWriter} writer) => {Names.Requests}.PrimaryKey.Write(writer, {PrimaryKey(repository, key, sources)});");
}
