using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Values;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the repository of an interface: a class inside of it with one method an access pattern, and its way to create it.</summary>
internal static class RepositoryEmitter
{
    public static string Emit(RepositoryModel repository)
    {
        var self = repository.Type.FullName;
        var contract = $"{Names.Repositories}.IRepository<{self}>";
        var writer = new SourceWriter().OpenFile(repository.Type, repository.Experiments);
        var names = new RepositoryNames(repository);
        writer.Open($"{repository.Type.Declaration} : {contract}");
        writer.Line("/// <inheritdoc/>");
        writer.Line($"static {self} {contract}.Create({Names.Repositories}.RepositoryContext context) => new {repository.Implementation}(context);");
        writer.Line().Line("/// <summary>Answers the access patterns.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"private sealed class {repository.Implementation} : {self}");
        writer.Line($"private readonly {Names.Repositories}.RepositoryContext {names.Context};").Line();
        foreach (var pattern in repository.Patterns)
        {
            EmitPatternField(writer, repository, pattern, names);
        }

        writer.Line().Line($"public {repository.Implementation}({Names.Repositories}.RepositoryContext context) => {names.Context} = context;");
        foreach (var pattern in repository.Patterns)
        {
            writer.Line();
            EmitMethod(writer, repository, pattern, names);
        }

        writer.Line().Line($"private static {Names.TableSchema} TableOf<TTable>() where TTable : class, {Names.TableInterface}<TTable> => TTable.Schema;");
        EmitRequests(writer, repository, names);

        foreach (var pattern in repository.Patterns.Where(pattern => pattern.Collection is not null))
        {
            writer.Line();
            EmitAssembler(writer, pattern.Collection!, names.Assembler(pattern));
        }

        return writer.Close().Close().CloseFile(repository.Type);
    }

    private static void EmitRequests(SourceWriter writer, RepositoryModel repository, RepositoryNames names)
    {
        var composites = new CompositeMethods();
        foreach (var pattern in repository.Patterns.Where(pattern => pattern.Condition is not null))
        {
            writer.Line();
            if (pattern.Write is not null)
            {
                new WriteRequestEmitter(writer, pattern, repository, composites).Emit(names.Request(pattern));
            }
            else
            {
                new KeyConditionEmitter(writer, pattern, pattern.Condition!, composites).Emit(names.Request(pattern));
            }
        }

        var values = new List<ValueModel>(repository.Patterns.SelectMany(Values));
        while (composites.TryNext(out var value))
        {
            writer.Line();
            new CompositeEmitter(writer, composites).EmitWrite(value);
        }

        var keyed = repository.Patterns.Where(pattern => pattern.Condition is not null).SelectMany(PatternEnums.InKeys).Distinct().ToArray();
        foreach (var type in keyed)
        {
            writer.Line();
            EnumEmitter.EmitNames(writer, type, isJson: false);
        }

        foreach (var type in values.SelectMany(PatternEnums.InValues).Distinct().Where(type => !type.IsFlags && !keyed.Contains(type)))
        {
            writer.Line();
            EnumEmitter.EmitWriting(writer, type);
        }
    }

    private static void EmitPatternField(SourceWriter writer, RepositoryModel repository, AccessPatternModel pattern, RepositoryNames names)
    {
        var operation = (pattern.Kind, pattern.Write?.Kind) switch
        {
            (AccessPatternKind.Get, _) => "GetItem",
            (AccessPatternKind.Scan or AccessPatternKind.RepairUnique, _) => "Scan",
            (AccessPatternKind.GetMany, _) => "BatchGetItem",
            (AccessPatternKind.PutMany or AccessPatternKind.DeleteMany, _) => "BatchWriteItem",
            (_, WriteKind.Put) => "PutItem",
            (_, WriteKind.Update) => "UpdateItem",
            (_, WriteKind.Delete) => "DeleteItem",
            (_, WriteKind.Check) => "TransactWriteItems",
            _ => "Query",
        };
        var name = Text.Literal($"{repository.Type.Name}.{pattern.Name.TrimStart('@')}");
        var index = pattern.Index is null ? string.Empty : ", " + Text.Literal(pattern.Index);
        writer.Line($"private static readonly {Names.AccessPattern} {names.Pattern(pattern)} = new({name}, {Names.DynamoOperation}.{operation}, TableOf<{repository.TableType}>(){index});");
        if (pattern.Form is { Hydration: Hydration.Batch })
        {
            writer.Line($"private static readonly {Names.AccessPattern} {names.Hydration(pattern)} = new({name}, {Names.DynamoOperation}.BatchGetItem, TableOf<{repository.TableType}>());");
        }
    }

    private static void EmitMethod(SourceWriter writer, RepositoryModel repository, AccessPatternModel pattern, RepositoryNames names)
    {
        var parameters = string.Join(", ", pattern.Parameters.Select(parameter => $"{parameter.TypeName} {parameter.Name}"));
        writer.Line($"// {Text.Comment(PatternDescription.Of(pattern))}");
        new PatternMethodEmitter(writer, repository, pattern, names).Emit($"{pattern.ReturnType} {pattern.Contract}.{pattern.Name}({parameters})");
    }

    private static void EmitAssembler(SourceWriter writer, ItemCollectionModel collection, string name)
    {
        writer.Open($"private struct {name} : {Names.Repositories}.IItemCollectionAssembler<{collection.TypeName}>");
        for (var i = 0; i < collection.Members.Count; i++)
        {
            var member = collection.Members[i];
            writer.Line(member.IsList
                ? $"private global::System.Collections.Generic.List<{member.EntityType}>? _items{i};"
                : $"private {member.EntityType}? _item{i};");
        }

        writer.Line().Open($"public bool Add({Names.Span} entity, ref {Names.WireReader} reader)");
        for (var i = 0; i < collection.Members.Count; i++)
        {
            var member = collection.Members[i];
            writer.Open($"if (global::System.MemoryExtensions.SequenceEqual(entity, {Text.Utf8(member.EntityName)}))");
            writer.Line(member.IsList ? $"(_items{i} ??= new()).Add({member.Marshaller}.Read(ref reader));" : $"_item{i} = {member.Marshaller}.Read(ref reader);");
            writer.Line("return true;").Close().Line();
        }

        writer.Line("return false;").Close().Line();
        writer.Open($"public readonly {collection.TypeName} Build() => new {collection.TypeName}");
        for (var i = 0; i < collection.Members.Count; i++)
        {
            writer.Line($"{collection.Members[i].Property} = {Result(collection, i)},");
        }

        writer.Close(";").Close();
    }

    private static string Result(ItemCollectionModel collection, int position)
    {
        var member = collection.Members[position];
        if (member.IsList)
        {
            return $"_items{position} ?? new global::System.Collections.Generic.List<{member.EntityType}>()";
        }

        var missing = $"throw new {Names.ItemFormatException}({Text.Literal(collection.Name)}, {Text.Literal(member.Property.TrimStart('@'))}, {Text.Literal($"an item of entity {member.EntityName}")}, \"nothing\")";
        return member.IsRequired ? $"_item{position} ?? {missing}" : $"_item{position}";
    }

    private static IEnumerable<ValueModel> Values(AccessPatternModel pattern) =>
        new[] { pattern.Write?.Expressions, pattern.Write?.WhenNew, pattern.Filter }.OfType<ExpressionModel>().SelectMany(model => model.Values).Select(value => value.Type).OfType<ValueModel>();
}
