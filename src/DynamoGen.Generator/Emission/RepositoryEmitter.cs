using DynamoGen.Generator.Model;

namespace DynamoGen.Generator.Emission;

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
        foreach (var pattern in repository.Patterns.Where(pattern => pattern.Condition is not null))
        {
            writer.Line();
            new KeyConditionEmitter(writer, pattern, pattern.Condition!, repository.EntityType).Emit(names.Request(pattern));
        }

        foreach (var pattern in repository.Patterns.Where(pattern => pattern.Collection is not null))
        {
            writer.Line();
            EmitAssembler(writer, pattern.Collection!, names.Assembler(pattern));
        }

        foreach (var type in Enums(repository).Distinct())
        {
            writer.Line();
            EnumEmitter.EmitNames(writer, type, isJson: false);
        }

        return writer.Close().Close().CloseFile(repository.Type);
    }

    private static void EmitPatternField(SourceWriter writer, RepositoryModel repository, AccessPatternModel pattern, RepositoryNames names)
    {
        var operation = pattern.Kind switch
        {
            AccessPatternKind.Get => "GetItem",
            AccessPatternKind.Put => "PutItem",
            AccessPatternKind.Delete => "DeleteItem",
            _ => "Query",
        };
        var name = Text.Literal($"{repository.Type.Name}.{pattern.Name.TrimStart('@')}");
        var index = pattern.Index is null ? string.Empty : ", " + Text.Literal(pattern.Index);
        writer.Line($"private static readonly {Names.AccessPattern} {names.Pattern(pattern)} = new({name}, {Names.DynamoOperation}.{operation}, TableOf<{repository.TableType}>(){index});");
    }

    private static void EmitMethod(SourceWriter writer, RepositoryModel repository, AccessPatternModel pattern, RepositoryNames names)
    {
        var parameters = string.Join(", ", pattern.Parameters.Select(parameter => $"{parameter.TypeName} {parameter.Name}"));
        writer.Line($"// {Text.Comment(Describe(pattern))}");
        writer.Line($"{pattern.ReturnType} {pattern.Contract}.{pattern.Name}({parameters}) =>");
        writer.Line($"    {Call(repository, pattern, names)}{(pattern.ReturnsTask ? ".AsTask()" : string.Empty)};");
    }

    private static string Call(RepositoryModel repository, AccessPatternModel pattern, RepositoryNames names)
    {
        var cancellation = pattern.Cancellation ?? "default";
        var field = names.Pattern(pattern);
        var types = $"{repository.EntityType}, {repository.Marshaller}";
        if (pattern.Kind == AccessPatternKind.Put)
        {
            return $"{names.Context}.PutItemAsync<{types}>({field}, {pattern.EntityParameter}, {cancellation})";
        }

        var structName = names.Request(pattern);
        var request = $"new {structName}({KeyConditionEmitter.Arguments(pattern)})";
        var consistent = pattern.ConsistentRead ? "true" : "false";
        var options = $"new {Names.Repositories}.QueryOptions({(pattern.Descending ? "true" : "false")}, {consistent}, {pattern.Limit ?? "null"})";
        return pattern.Kind switch
        {
            AccessPatternKind.Get => $"{names.Context}.GetItemAsync<{types}, {structName}>({field}, {request}, {consistent}, {cancellation})",
            AccessPatternKind.Delete => $"{names.Context}.DeleteItemAsync({field}, {request}, {cancellation})",
            AccessPatternKind.QueryList => $"{names.Context}.QueryListAsync<{types}, {structName}>({field}, {request}, {options}, {cancellation})",
            AccessPatternKind.QueryFirst => $"{names.Context}.QueryFirstAsync<{types}, {structName}>({field}, {request}, {options}, {cancellation})",
            AccessPatternKind.QueryCollection => $"{names.Context}.QueryCollectionAsync<{pattern.Collection!.TypeName}, {names.Assembler(pattern)}, {structName}>({field}, {request}, {options}, {cancellation})",
            _ when pattern.Condition!.Key.Shards > 1 => $"{names.Context}.QueryShardsAsync<{types}, {structName}>({field}, {request}, {options}, {cancellation})",
            _ => $"{names.Context}.QueryAsync<{types}, {structName}>({field}, {request}, {options}, {cancellation})",
        };
    }

    /// <summary>What the pattern costs and goes by, for whoever steps into the code.</summary>
    private static string Describe(AccessPatternModel pattern)
    {
        if (pattern.Condition is not { } condition)
        {
            return "PutItem: 1 write capacity unit for each KB of the item, and as much again for each index that it is in.";
        }

        var place = condition.Key.Index is null ? "the table" : $"index {condition.Key.Index}";
        var keys = condition.Key.Sort is null ? condition.Key.Partition.Template : $"{condition.Key.Partition.Template}, {condition.Key.Sort.Template}";
        return pattern.Kind switch
        {
            AccessPatternKind.Get => $"GetItem by {keys}: half a read capacity unit for each 4 KB{(pattern.ConsistentRead ? ", doubled for a consistent read" : string.Empty)}.",
            AccessPatternKind.Delete => $"DeleteItem by {keys}.",
            _ => $"Query of {place} by {keys}, {Compared(condition)}: half a read capacity unit for each 4 KB read{(condition.Key.Shards > 1 ? $", from {condition.Key.Shards} shards" : string.Empty)}.",
        };
    }

    private static string Compared(KeyConditionModel condition) => condition.SortKind switch
    {
        SortConditionKind.Equals => "the whole sort key",
        SortConditionKind.BeginsWith => "the sort keys with one beginning",
        SortConditionKind.Between when condition.Range!.IsBeginning => $"a beginning of {condition.Range!.LowerPart.Text.TrimStart('@')}",
        SortConditionKind.Between => $"a range of {condition.Range!.LowerPart.Text.TrimStart('@')}",
        _ => "every sort key",
    };

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

    private static IEnumerable<EnumValue> Enums(RepositoryModel repository) =>
        repository.Patterns
            .Where(pattern => pattern.Condition is not null)
            .SelectMany(pattern => pattern.Condition!.Partition.Concat(pattern.Condition.SortPrefix).Select(bound => bound.Part)
                .Concat(pattern.Condition.Key.Shards > 1 && pattern.Condition.Key.Sort is { } sort ? sort.Parts : default))
            .Select(part => part.Enum)
            .OfType<EnumValue>();
}
