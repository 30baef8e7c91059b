using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
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
        _writer.Line(Text.InheritDoc);
        _writer.Line($"static {self} {contract}.Create({Names.Repositories}.RepositoryContext context) => new {_repository.Implementation}(context);");
        _writer.Line().Line(Text.InheritDoc);
        _writer.Line($"static {PatternList} {contract}.Patterns => {_repository.Implementation}.{_names.Patterns};");
        var cached = _repository.Patterns.Where(pattern => pattern is GetPattern { Cache: not null }).Select(_names.Pattern).ToArray();
        if (cached.Length > 0)
        {
            _writer.Line().Line(Text.InheritDoc);
            _writer.Line($"static {PatternList} {contract}.CachedPatterns => {_repository.Implementation}.{_names.CachedPatterns};");
        }

        _writer.Line().Line("/// <summary>Answers the access patterns.</summary>").Line(Names.GeneratedCode);
        _writer.Open($"private sealed class {_repository.Implementation} : {self}");
        _writer.Line($"private readonly {Names.Repositories}.RepositoryContext {_names.Context};").Line();
        var members = new RepositoryMembers(_writer, _repository, _names);
        members.EmitFields();
        _writer.Line().Line($"internal static {PatternList} {_names.Patterns} {{ get; }} = [{string.Join(", ", members.Fields)}];");
        if (cached.Length > 0)
        {
            _writer.Line().Line($"internal static {PatternList} {_names.CachedPatterns} {{ get; }} = [{string.Join(", ", cached)}];");
        }

        _writer.Line().Line($"public {_repository.Implementation}({Names.Repositories}.RepositoryContext context) => {_names.Context} = context;");
        members.EmitMethods();
        return _writer.Close().Close().CloseFile(_repository.Type);
    }
}
