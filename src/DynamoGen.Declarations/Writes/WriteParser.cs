using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>
/// Reads what a method writes: the operation from its name, the condition from what the entity demands and from its own attribute. An entity's existence, lock, version and expiry are
/// part of the condition without being asked for.
/// </summary>
/// <param name="method">The method.</param>
/// <param name="model">The entity.</param>
/// <param name="entity">The parameter that holds a whole entity, or null.</param>
/// <param name="result">What it yields.</param>
internal sealed class WriteParser(IMethodSymbol method, EntityModel model, IParameterSymbol? entity, WriteResult result)
{
    private readonly ExpressionScope _scope = new(model.Shape, method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray());
    private readonly List<string> _conditions = [];
    private readonly HashSet<string> _taken = [];
    private UpdateClauses? _clauses;

    /// <summary>The variable of the time of the write, which no parameter is named as.</summary>
    public string Clock { get; } = PatternParameters.Clock(method);

    private string Lock => _scope.Name(model.Lifecycle.Lock!.Attribute);

    private string PartitionKey => _scope.Name(model.Keys[0].Partition.Attribute);

    /// <summary>The parameters that are left to give the primary key, once <see cref="Parse"/> is through.</summary>
    public IReadOnlyList<IParameterSymbol> KeyParameters => method.Parameters
        .Where(parameter => !PatternParameters.IsCancellation(parameter) && (IsKeyPart(parameter) || (!_scope.UsedParameters.Contains(parameter.Name) && !_taken.Contains(parameter.Name))))
        .ToArray();

    /// <summary>The operation that a method's name stands for, or null for a read.</summary>
    public static string? Verb(string method) =>
        new[] { "Put", "Upsert", "Create", "Replace", "Update", "Delete", "Check" }
            .FirstOrDefault(verb => method.StartsWith(verb, StringComparison.Ordinal) && (method.Length == verb.Length || !char.IsLower(method[verb.Length])));

    /// <exception cref="ExpressionException">The method's attributes, parameters and the entity do not go together.</exception>
    public WriteModel Parse()
    {
        var verb = Verb(method.Name)!;
        var update = verb == "Update" ? Update() : null;
        Existence(verb);
        Locking(verb);
        var unique = Uniqueness(parser => _clauses is null ? parser.Whole(verb) : parser.Partial(_clauses));
        if (method.Attribute(DeclarationAttributes.Condition) is { } attribute)
        {
            _conditions.Add(Parenthesized(ConditionParser.Parse(attribute.Text(0) ?? string.Empty, _scope)));
        }

        var kind = verb switch
        {
            "Update" => WriteKind.Update,
            "Delete" => WriteKind.Delete,
            "Check" => WriteKind.Check,
            _ => WriteKind.Put,
        };
        var stamps = kind == WriteKind.Put ? Stamping.Of(model.Lifecycle, TypeNames.Escaped(entity!.Name), Clock) : [];
        return new WriteModel(kind, result, Expressions(_scope, update), WhenNew(verb), new EquatableArray<string>(stamps), unique);
    }

    private UniqueWriteModel? Uniqueness(Func<UniqueWriteParser, UniqueWriteModel?> parse)
    {
        var parser = new UniqueWriteParser(method, model, entity, _scope);
        var unique = parse(parser);
        _conditions.AddRange(parser.Conditions);
        _taken.UnionWith(parser.TakenParameters);
        return unique is not null && _clauses is not null && result is (WriteResult.Written or WriteResult.Replaced)
            ? throw new ExpressionException("changes a unique value in a transaction with its markers, which returns no item")
            : unique;
    }

    private ExpressionModel? Expressions(ExpressionScope scope, string? update)
    {
        var condition = _conditions.Count == 0 ? null : string.Join(" AND ", _conditions);
        ExpressionLimits.Check(condition);
        ExpressionLimits.Check(update);
        return condition is null && update is null ? null : new ExpressionModel(condition, update, scope.Names, scope.Values);
    }

    private void Existence(string verb)
    {
        var exists = verb switch
        {
            "Create" => false,
            "Replace" or "Update" or "Check" => true,
            "Delete" when result == WriteResult.Succeeded && model.Lifecycle.Lock is null => true,
            _ => (bool?)null,
        };
        if (exists is null)
        {
            return;
        }

        var text = exists.Value ? $"attribute_exists({PartitionKey})" : $"attribute_not_exists({PartitionKey})";
        if (model.Lifecycle.TimeToLive is { } timeToLive)
        {
            text = exists.Value ? $"{text} AND {Expiry.Alive(_scope, timeToLive, Clock)}" : $"({text} OR {Expiry.Expired(_scope, timeToLive, Clock)})";
        }

        _conditions.Add(text);
    }

    private void Locking(string verb)
    {
        if (model.Lifecycle.Lock is not { } counted)
        {
            return;
        }

        if (entity is not null && verb is not "Create")
        {
            // What is written is a copy whose count is one higher than the one that was read.
            var read = UniqueWriteParser.Before(method, entity) is { } before && model.Uniqueness is not null
                ? $"{TypeNames.Escaped(before.Name)}.{counted.Property}"
                : $"{TypeNames.Escaped(entity.Name)}.{counted.Property}{(verb == "Delete" ? string.Empty : " - 1")}";
            _conditions.Add($"{Lock} = {_scope.Value(new ExpressionValue(counted.Value, read))}");
        }
        else if (entity is null && method.Parameters.FirstOrDefault(parameter => PatternParameters.GivesValue(parameter, counted.Property)) is { } given)
        {
            _conditions.Add($"{Lock} = {new ParameterOperand(_scope.Parameter(given.Name)).Text(_scope, counted.Value)}");
        }
        else if (verb == "Delete")
        {
            throw new ExpressionException($"deletes an item with a lock without knowing what it deletes; take the entity, or a parameter '{Identifiers.Camel(counted.Property)}'");
        }
    }

    /// <summary>An entity that does not exist yet has no count to compare.</summary>
    private ExpressionModel? WhenNew(string verb)
    {
        if (model.Lifecycle.Lock is null || verb is not ("Put" or "Upsert"))
        {
            return null;
        }

        var scope = new ExpressionScope(model.Shape, method.Parameters);
        var own = method.Attribute(DeclarationAttributes.Condition) is { } attribute ? $" AND {Parenthesized(ConditionParser.Parse(attribute.Text(0) ?? string.Empty, scope))}" : string.Empty;
        var absent = $"attribute_not_exists({scope.Name(model.Lifecycle.Lock.Attribute)})";
        absent = model.Lifecycle.TimeToLive is { } timeToLive ? $"({absent} OR {Expiry.Expired(scope, timeToLive, Clock)})" : absent;
        return new ExpressionModel(absent + own, null, scope.Names, scope.Values);
    }

    private string Update()
    {
        var attribute = method.Attribute(DeclarationAttributes.Update) ?? throw new ExpressionException("needs an [Update] that says what it changes");
        if (entity is not null)
        {
            throw new ExpressionException("takes a whole entity, which Put or Replace writes; an update takes the parts of a key and new values");
        }

        var clauses = UpdateParser.Parse(attribute.Text(0) ?? string.Empty, _scope);
        Refuse(clauses);
        _clauses = clauses;
        if (model.Lifecycle.Lock is not null)
        {
            clauses.Adds.Add($"{Lock} {_scope.Value(new ExpressionValue(null, string.Empty, Constant: "{\"N\":\"1\"}"))}");
        }

        if (model.Lifecycle.UpdatedAt is { } stamp)
        {
            var time = Stamping.Time(stamp, Clock);
            var stored = stamp.Value is NullableValue nullable ? nullable.Inner : stamp.Value;
            clauses.Sets.Add($"{_scope.Name(stamp.Attribute)} = {_scope.Value(new ExpressionValue(stored, time))}");
            clauses.Touched[stamp.Property] = new TouchedProperty(time, isRemoved: false);
        }

        var renewal = new IndexKeyRenewal(method, model, _scope, clauses);
        renewal.Apply();
        _taken.UnionWith(renewal.TakenParameters);
        _conditions.AddRange(renewal.Conditions);
        if (model.Version > 1)
        {
            // An item of an older version stores other values, which an update of this one must not mix with its own.
            var version = model.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
            _conditions.Add($"{_scope.Name("_v")} = {_scope.Value(new ExpressionValue(null, string.Empty, Constant: $"{{\"N\":\"{version}\"}}"))}");
        }

        return clauses.ToString();
    }

    private void Refuse(UpdateClauses clauses)
    {
        foreach (var property in clauses.Touched.Keys)
        {
            if (model.Keys[0].Parts.Any(part => part.Text == property))
            {
                throw new ExpressionException($"updates '{property.TrimStart('@')}', which is part of the primary key; delete the item and put another one");
            }

            if (property == model.Lifecycle.Lock?.Property || property == model.Lifecycle.UpdatedAt?.Property)
            {
                throw new ExpressionException($"updates '{property.TrimStart('@')}', which each write keeps by itself");
            }
        }
    }

    private bool IsKeyPart(IParameterSymbol parameter) => model.Keys[0].Parts.Any(part => part.IsPlaceholder && PatternParameters.GivesValue(parameter, part.Text));

    private static string Parenthesized(string condition) => condition.Contains(" OR ") ? $"({condition})" : condition;
}
