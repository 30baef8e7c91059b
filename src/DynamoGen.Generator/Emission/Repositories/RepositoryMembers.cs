using System.Globalization;
using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the members of the class that answers access patterns: a field that describes each, a method, and its request.</summary>
internal sealed class RepositoryMembers(SourceWriter writer, RepositoryModel repository, RepositoryNames names)
{
    /// <summary>The fields that describe the requests of all access patterns.</summary>
    public IEnumerable<string> Fields => repository.Patterns.SelectMany(pattern =>
        pattern is QueryPattern { Form: HydratedForm } ? new[] { names.Pattern(pattern), names.Hydration(pattern) } : [names.Pattern(pattern)]);

    /// <summary>Writes the fields that describe the access patterns.</summary>
    public void EmitFields()
    {
        foreach (var pattern in repository.Patterns)
        {
            EmitField(pattern);
        }
    }

    /// <summary>Writes the methods and their requests.</summary>
    public void EmitMethods()
    {
        foreach (var pattern in repository.Patterns)
        {
            writer.Line().Line($"// {Text.Comment(PatternDescription.Of(pattern))}");
            EmitMethod(pattern);
        }

        EmitTableOf();
        foreach (var pattern in repository.Patterns)
        {
            EmitRequest(pattern);
        }

        foreach (var union in UnionReaderEmitter.Unions(repository))
        {
            new UnionReaderEmitter(writer.Line(), union).Emit(names.Reader(union));
        }
    }

    /// <summary>Writes the method by which the fields find their table.</summary>
    public void EmitTableOf() =>
        writer.Line().Line($"private static {Names.TableSchema} TableOf<TTable>() where TTable : class, {Names.TableInterface}<TTable> => TTable.Schema;");

    public void EmitField(PatternModel pattern)
    {
        var name = Text.Literal($"{repository.Type.Name}.{pattern.Name}");
        var index = pattern.Index is null ? string.Empty : ", " + Text.Literal(pattern.Index);
        var reach = new ReachText(repository);
        var table = $"TableOf<{repository.TableType}>()";
        writer.Line($"private static readonly {Names.AccessPattern} {names.Pattern(pattern)} "
            + $"= new({name}, {Names.DynamoOperation}.{Operation(pattern)}, {table}{index})"
            + $"{Set([Cache(pattern), reach.Of(pattern), .. CapacityText.Of(pattern)])};");
        if (pattern is QueryPattern { Form: HydratedForm })
        {
            writer.Line($"private static readonly {Names.AccessPattern} {names.Hydration(pattern)} "
                + $"= new({name}, {Names.DynamoOperation}.BatchGetItem, {table}){Set([reach.OfTable, .. CapacityText.OfHydration(pattern)])};");
        }
    }

    private static string Set(string[] properties) =>
        properties.Where(property => property.Length > 0).ToArray() is { Length: > 0 } set ? $" {{ {string.Join(", ", set)} }}" : string.Empty;

    private static string Cache(PatternModel pattern)
    {
        if (pattern is not GetPattern { Cache: { } cache })
        {
            return string.Empty;
        }

        var stamp = cache.Stamp is null ? string.Empty : $", {Text.Literal(cache.Stamp)}";
        return $"Cache = new {Names.CachePolicy}({cache.Seconds.ToString(CultureInfo.InvariantCulture)}{stamp})";
    }

    private static string Operation(PatternModel pattern) => pattern switch
    {
        GetPattern => "GetItem",
        QueryPattern => "Query",
        ScanPattern or RepairUniquePattern => "Scan",
        GetManyPattern => "BatchGetItem",
        PutManyPattern or DeleteManyPattern or BatchWritePattern => "BatchWriteItem",
        WritePattern { Kind: WriteKind.Check } => "TransactWriteItems",
        WritePattern write => write.Kind + "Item",
        _ => throw new ArgumentException("The pattern is of no known kind.", nameof(pattern)),
    };

    private void EmitMethod(PatternModel pattern)
    {
        var scope = new MethodScope(repository, pattern, names);
        if (pattern.Signature.Answer is not null)
        {
            DetailedMethodEmitter.Emit(writer, scope);
            writer.Line();
        }

        switch (pattern)
        {
            case GetPattern get:
                new ReadMethodEmitter(writer, scope).Emit(get);
                break;
            case QueryPattern query:
                new ReadMethodEmitter(writer, scope).Emit(query);
                break;
            case WritePattern write:
                new WriteMethodEmitter(writer, scope, write).Emit();
                break;
            case BatchWritePattern write:
                new BatchWriteMethodEmitter(writer, scope, write).Emit();
                break;
            case ScanPattern scan:
                new ScanMethodEmitter(writer, scope, scan).Emit();
                break;
            case GetManyPattern get:
                new ManyMethodEmitter(writer, scope).Emit(get);
                break;
            case RepairUniquePattern:
                new ManyMethodEmitter(writer, scope).EmitRepair();
                break;
            case PutManyPattern put:
                new ManyMethodEmitter(writer, scope).Emit(put);
                break;
            case DeleteManyPattern delete:
                new ManyMethodEmitter(writer, scope).Emit(delete);
                break;
        }
    }

    /// <summary>What is asked for by nothing but the primary key needs no request of its own.</summary>
    private void EmitRequest(PatternModel pattern)
    {
        switch (pattern)
        {
            case WritePattern write:
                writer.Line();
                new WriteRequestEmitter(writer, write, repository).Emit(names.Request(pattern));
                break;
            case GetPattern get when get.Form is ProjectionForm || get.IsQuestion:
                writer.Line();
                EmitProjectedKey(get);
                break;
            case GetManyPattern { Form: ProjectionForm projection }:
                writer.Line();
                EmitProjectedKey(pattern, projection);
                break;
            case ScanPattern scan:
                writer.Line();
                new ScanRequestEmitter(writer, scan, repository).Emit(names.Request(scan));
                break;
            case QueryPattern query:
                writer.Line();
                new KeyConditionEmitter(writer, query, repository).Emit(names.Request(pattern));
                if (query.Collection is { } collection)
                {
                    writer.Line();
                    new ItemCollectionEmitter(writer, collection).Emit(names.Assembler(pattern));
                }

                break;
        }
    }

    private void EmitProjectedKey(GetPattern get)
    {
        var parameters = new RequestParameters(get);
        writer.Open($"private readonly struct {names.Request(get)}({parameters.Declarations}) : {Names.Requests}.IKeyRequest");
        KeyRequestEmitter.EmitWriteKey(writer, repository, get.Key, parameters.Sources);
        EmitProjection(get.Form);
    }

    /// <summary>A primary key that is given asks for a part of its item.</summary>
    private void EmitProjectedKey(PatternModel pattern, ProjectionForm form)
    {
        var key = $"{repository.Entity.FullName}.{repository.Entity.PrimaryKey}";
        writer.Open($"private readonly struct {names.Request(pattern)}({key} key) : {Names.Requests}.IKeyRequest");
        writer.Line($"public void WriteKey({Names.WireWriter} writer) => {Names.Requests}.PrimaryKey.Write(writer, key);");
        EmitProjection(form);
    }

    private void EmitProjection(ItemForm form)
    {
        var projection = $"{ProjectionText.Expression(form)},\"ExpressionAttributeNames\":{{{ProjectionText.Names(form)}}}";
        writer.Line().Line($"public static void WriteProjection({Names.WireWriter} writer) => writer.Raw({Text.Utf8(projection)});");
        new ValueNames().Emit(writer, repository.Entity);
        writer.Close();
    }
}
