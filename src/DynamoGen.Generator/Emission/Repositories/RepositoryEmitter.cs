using System.Globalization;
using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the repository of an interface: a class inside of it with one method an access pattern, and its way to create it.</summary>
internal sealed class RepositoryEmitter
{
    private const string PatternList = $"global::System.Collections.Generic.IReadOnlyList<{Names.AccessPattern}>";

    private readonly RepositoryModel _repository;
    private readonly RepositoryNames _names;
    private readonly SourceWriter _writer;

    private RepositoryEmitter(RepositoryModel repository)
    {
        _repository = repository;
        _names = new RepositoryNames(repository);
        _writer = new SourceWriter().OpenFile(repository.Type, repository.Experiments);
    }

    public static string Emit(RepositoryModel repository) => new RepositoryEmitter(repository).Emit();

    private string Emit()
    {
        var self = _repository.Type.FullName;
        var contract = $"{Names.Repositories}.IRepository<{self}>";
        _writer.Open($"{Text.Declaration(_repository.Type.Declaration)} : {contract}");
        _writer.Line("/// <inheritdoc/>");
        _writer.Line($"static {self} {contract}.Create({Names.Repositories}.RepositoryContext context) => new {_repository.Implementation}(context);");
        var cached = _repository.Patterns.Where(pattern => pattern is GetPattern { Cache: not null }).Select(_names.Pattern).ToArray();
        if (cached.Length > 0)
        {
            _writer.Line().Line("/// <inheritdoc/>");
            _writer.Line($"static {PatternList} {contract}.CachedPatterns => {_repository.Implementation}.{_names.CachedPatterns};");
        }

        _writer.Line().Line("/// <summary>Answers the access patterns.</summary>").Line(Names.GeneratedCode);
        _writer.Open($"private sealed class {_repository.Implementation} : {self}");
        _writer.Line($"private readonly {Names.Repositories}.RepositoryContext {_names.Context};").Line();
        foreach (var pattern in _repository.Patterns)
        {
            EmitField(pattern);
        }

        if (cached.Length > 0)
        {
            _writer.Line().Line($"internal static {PatternList} {_names.CachedPatterns} {{ get; }} = [{string.Join(", ", cached)}];");
        }

        _writer.Line().Line($"public {_repository.Implementation}({Names.Repositories}.RepositoryContext context) => {_names.Context} = context;");
        foreach (var pattern in _repository.Patterns)
        {
            _writer.Line().Line($"// {Text.Comment(PatternDescription.Of(pattern))}");
            EmitMethod(pattern);
        }

        _writer.Line().Line($"private static {Names.TableSchema} TableOf<TTable>() where TTable : class, {Names.TableInterface}<TTable> => TTable.Schema;");
        foreach (var pattern in _repository.Patterns)
        {
            EmitRequest(pattern);
        }

        return _writer.Close().Close().CloseFile(_repository.Type);
    }

    private void EmitField(PatternModel pattern)
    {
        var name = Text.Literal($"{_repository.Type.Name}.{pattern.Name}");
        var index = pattern.Index is null ? string.Empty : ", " + Text.Literal(pattern.Index);
        var table = $"TableOf<{_repository.TableType}>()";
        _writer.Line($"private static readonly {Names.AccessPattern} {_names.Pattern(pattern)} "
            + $"= new({name}, {Names.DynamoOperation}.{Operation(pattern)}, {table}{index}){Cache(pattern)};");
        if (pattern is QueryPattern { Form: HydratedForm })
        {
            _writer.Line(
                $"private static readonly {Names.AccessPattern} {_names.Hydration(pattern)} = new({name}, {Names.DynamoOperation}.BatchGetItem, {table});");
        }
    }

    private static string Cache(PatternModel pattern)
    {
        if (pattern is not GetPattern { Cache: { } cache })
        {
            return string.Empty;
        }

        var stamp = cache.Stamp is null ? string.Empty : $", {Text.Literal(cache.Stamp)}";
        return $" {{ Cache = new {Names.CachePolicy}({cache.Seconds.ToString(CultureInfo.InvariantCulture)}{stamp}) }}";
    }

    private static string Operation(PatternModel pattern) => pattern switch
    {
        GetPattern => "GetItem",
        QueryPattern => "Query",
        ScanPattern or RepairUniquePattern => "Scan",
        GetManyPattern => "BatchGetItem",
        PutManyPattern or DeleteManyPattern => "BatchWriteItem",
        WritePattern { Kind: WriteKind.Check } => "TransactWriteItems",
        WritePattern write => write.Kind + "Item",
        _ => throw new ArgumentException("The pattern is of no known kind.", nameof(pattern)),
    };

    private void EmitMethod(PatternModel pattern)
    {
        var scope = new MethodScope(_repository, pattern, _names);
        switch (pattern)
        {
            case GetPattern get:
                new ReadMethodEmitter(_writer, scope).Emit(get);
                break;
            case QueryPattern query:
                new ReadMethodEmitter(_writer, scope).Emit(query);
                break;
            case WritePattern write:
                new WriteMethodEmitter(_writer, scope, write).Emit();
                break;
            case ScanPattern scan:
                new ManyMethodEmitter(_writer, scope).Emit(scan);
                break;
            case GetManyPattern get:
                new ManyMethodEmitter(_writer, scope).Emit(get);
                break;
            case RepairUniquePattern:
                new ManyMethodEmitter(_writer, scope).EmitRepair();
                break;
            case PutManyPattern:
                new ManyMethodEmitter(_writer, scope).EmitPut();
                break;
            default:
                new ManyMethodEmitter(_writer, scope).EmitDelete();
                break;
        }
    }

    /// <summary>What is asked for by nothing but the primary key needs no request of its own.</summary>
    private void EmitRequest(PatternModel pattern)
    {
        switch (pattern)
        {
            case WritePattern write:
                _writer.Line();
                new WriteRequestEmitter(_writer, write, _repository).Emit(_names.Request(pattern));
                break;
            case GetPattern { Form: ProjectionForm } get:
                _writer.Line();
                EmitProjectedKey(get);
                break;
            case QueryPattern query:
                _writer.Line();
                new KeyConditionEmitter(_writer, query, _repository).Emit(_names.Request(pattern));
                if (query.Collection is { } collection)
                {
                    _writer.Line();
                    new ItemCollectionEmitter(_writer, collection).Emit(_names.Assembler(pattern));
                }

                break;
        }
    }

    private void EmitProjectedKey(GetPattern get)
    {
        var parameters = new RequestParameters(get);
        _writer.Open($"private readonly struct {_names.Request(get)}({parameters.Declarations}) : {Names.Requests}.IKeyRequest");
        KeyRequestEmitter.EmitWriteKey(_writer, _repository, get.Key, parameters.Sources);
        var projection = $"{ProjectionText.Expression(get.Form)},\"ExpressionAttributeNames\":{{{ProjectionText.Names(get.Form)}}}";
        _writer.Line().Line($"public static void WriteProjection({Names.WireWriter} writer) => writer.Raw({Text.Utf8(projection)});");
        new ValueNames().Emit(_writer, _repository.Entity);
        _writer.Close();
    }
}
