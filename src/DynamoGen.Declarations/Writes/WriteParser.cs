using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patches;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>
/// Reads what a method writes: the condition from what the entity demands and from its own attribute, and the update. An entity's existence, lock,
/// version and expiry are part of the condition without being asked for.
/// </summary>
/// <param name="method">The method.</param>
/// <param name="verb">How it writes.</param>
/// <param name="creates">Whether an update makes the item where there is none.</param>
/// <param name="model">The entity; for an update as items hold it.</param>
/// <param name="entity">The parameter that holds a whole entity, or null.</param>
/// <param name="result">What it yields.</param>
internal sealed class WriteParser(
    IMethodSymbol method, WriteVerb verb, bool creates, EntityModel model, IParameterSymbol? entity, WriteResult result)
{
    private readonly ExpressionScope _scope =
        new(model.Shape, method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray(), model.Written);
    private readonly List<Condition> _conditions = [];
    private readonly HashSet<string> _taken = [];

    /// <summary>The condition that the method itself declares, or null.</summary>
    private Condition? _own;

    /// <summary>What the stored item's version must be, or null for any.</summary>
    private Condition? _version;

    /// <summary>Whether the condition demands a certain count of the lock, which the write itself changes.</summary>
    private bool _isLocked;

    /// <summary>Whether there must be an item, or must be none; null where either will do.</summary>
    private bool? _exists;

    /// <summary>That the item is of no newer epoch than the write; null where it may be.</summary>
    private Condition? _fence;

    /// <summary>The count of writes that the item must have; null where any will do.</summary>
    private ValueSource? _lockCount;

    private LockConditions Locks => new(method, IsTombstone ? WriteVerb.Delete : verb, model);

    /// <summary>Whether the update deletes the item.</summary>
    private bool IsTombstone => Tombstones.Has(method);

    /// <summary>The parameters that are left to give the primary key, once <see cref="Parse"/> is through.</summary>
    public IReadOnlyList<IParameterSymbol> KeyParameters => method.Parameters
        .Where(parameter => !PatternParameters.IsCancellation(parameter)
            && (IsKeyPart(parameter) || (!_scope.UsedParameters.Contains(parameter.Name) && !_taken.Contains(parameter.Name))))
        .ToArray();

    /// <exception cref="ExpressionException">The method's attributes, parameters and the entity do not go together.</exception>
    public ParsedWrite Parse()
    {
        if (verb is WriteVerb.Put or WriteVerb.Replace && model.Shape.Counter is { } counter)
        {
            throw new ExpressionException(
                $"writes the whole item, and with it what was read of '{counter.Property}', to which has been added since; Create it, and Update what changes");
        }

        _own = method.Attribute(DeclarationAttributes.Condition) is { } attribute ? ConditionBinder.Bind(attribute.Text(0) ?? string.Empty, _scope) : null;
        var clauses = verb == WriteVerb.Update ? Update() : null;
        Existence();
        Locking();
        var unique = Uniqueness(clauses);
        _version = VersionDemand();
        if (_version is not null)
        {
            _conditions.Add(_version);
        }

        // The write's own epoch is not newer than itself, so that a fence never fails by what the write has done.
        var isMarked = IsMarked(clauses, OfAllVersions(Condition.All(_own is null ? _conditions : _conditions.Append(_own))), unique);
        _fence = Fence();
        var condition = OfAllVersions(Condition.All(_conditions.Append(_fence).Append(_own).OfType<Condition>()));
        var isRepeatable = clauses is null || _isLocked || WriteRepetition.IsIdempotent(clauses.ToModel(), model.Lifecycle);
        if (isMarked)
        {
            clauses?.Sets.Add(new SetAction(ItemPath.Of(WriteRepetition.Mark), new OperandTerm(new ValueOperand(new MarkValue()))));
        }

        var update = clauses?.ToModel();
        ExpressionLimits.Check(condition, update);
        if (creates && _own is not null && !AbsentItem.CanMeet(_own))
        {
            throw new ExpressionException("never makes the item: where there is none, the condition does not hold, because none of its attributes is there; "
                + "allow it by OR attribute_not_exists(…), or make it an Update");
        }

        if (verb == WriteVerb.Create && _own is not null && !AbsentItem.CanMeet(_own))
        {
            throw new ExpressionException("can never hold: Create writes only where there is no item, and then none of its attributes is there; "
                + "ask with attribute_not_exists, or use Put or Replace");
        }

        return new ParsedWrite(new WriteExpressions(condition, update), WhenNew(), unique, _version is not null, isMarked, isRepeatable)
        {
            Demands = condition is null ? null : Demands(),
            AcceptsAbsence = IsTombstone && _own is null && model.Lifecycle.Lock is null,
        };
    }

    private ItemDemandsModel Demands() =>
        new(_exists, model.Lifecycle.TimeToLive?.Attribute, _lockCount is null ? null : model.Lifecycle.Lock!.Attribute, _lockCount)
        {
            Epoch = _fence is null ? null : Epoch(),
        };

    /// <summary>A create takes the place of nothing but what has expired, which may be what a newer epoch has removed so.</summary>
    private Condition? Fence() => model.Lifecycle.WriterEpoch is { } epoch
        && verb != WriteVerb.Check
        && (verb != WriteVerb.Create || model.Lifecycle.TimeToLive is not null)
            ? EpochFence.NotNewer(epoch, Epoch())
            : null;

    /// <summary>The epoch of the write, which the copy that is put has already.</summary>
    private ValueSource Epoch() =>
        entity is not null && verb.Kind() == WriteKind.Put ? new PropertySource(entity.Name, model.Lifecycle.WriterEpoch!.Property) : new EpochSource();

    /// <summary>
    /// Whether the item gets a mark of this write: where the condition can fail by the write's own effect, or the item as it was is returned. A transaction
    /// has a token instead, and of what is deleted nothing is left to be marked.
    /// </summary>
    private bool IsMarked(UpdateClauses? clauses, Condition? condition, UniqueWriteModel? unique)
    {
        var isTransaction = result == WriteResult.Action || method.Has(DeclarationAttributes.Idempotent) || (clauses is not null && unique is not null);
        return model.MarksWrites && !isTransaction && verb.Kind() switch
        {
            WriteKind.Put => verb == WriteVerb.Create || _own is not null || model.Lifecycle.Lock is not null || result == WriteResult.Replaced,
            WriteKind.Update => result == WriteResult.Replaced || WriteRepetition.CanMeetItself(clauses!.ToModel(), condition),
            _ => false,
        };
    }

    private ItemVersion Version => new(model.Marks.Version, model.Version);

    /// <summary>
    /// What the stored item's version must be. An update must not mix its values with those of another version, and a condition says nothing of an item that
    /// was written by a newer one. A write that asks for nothing but whether there is an item takes any.
    /// </summary>
    private Condition? VersionDemand() => verb switch
    {
        _ when !model.Marks.AreWritten => null,
        WriteVerb.Update when model.Version > 1 && creates => OrAbsent(Version.Same),
        WriteVerb.Update when model.Version > 1 => Version.Same,
        WriteVerb.Update or WriteVerb.Replace => Version.NotNewer,
        WriteVerb.Create => null,
        _ => LooksIntoItem ? Version.NotNewer : null,
    };

    /// <summary>A condition on the item where there is one.</summary>
    private Condition OrAbsent(Condition condition) => new AnyOf(new EquatableArray<Condition>(
        [new Existence(ItemPath.Of(model.Keys[0].Partition.Attribute), IsThere: false), condition]));

    /// <summary>Whether the condition asks for more than whether there is an item.</summary>
    private bool LooksIntoItem => _own is null ? model.Lifecycle.Lock is not null || model.Uniqueness is not null : !_own.Conjuncts.Any(IsAbsence);

    /// <summary>Whether a condition demands that there is no item.</summary>
    private bool IsAbsence(Condition condition) => condition is Existence { IsThere: false } existence
        && (model.Keys[0].Attributes.Any(attribute => existence.Path == ItemPath.Of(attribute.Attribute))
            || model.Shape.Members.Any(member =>
                existence.Path == ItemPath.Of(member.Attribute) && model.Keys[0].Parts.Any(part => part.IsPlaceholder && part.Text == member.Property)));

    /// <summary>A condition on items of older versions too; an update brings those up to date before it looks at them.</summary>
    private Condition? OfAllVersions(Condition? condition) =>
        condition is null || verb == WriteVerb.Update ? condition : new OlderForms(model.Shape).Cover(condition);

    private UniqueWriteModel? Uniqueness(UpdateClauses? clauses)
    {
        var parser = new UniqueWriteParser(method, model, entity, _scope, _own);
        var unique = clauses is null ? parser.Whole(verb) : parser.Partial(clauses);
        _conditions.AddRange(parser.Conditions);
        _taken.UnionWith(parser.TakenParameters);
        return unique is not null && clauses is not null && result is (WriteResult.Written or WriteResult.Replaced)
            ? throw new ExpressionException("changes a unique value in a transaction with its markers, which returns no item")
            : unique;
    }

    private void Existence()
    {
        _exists = verb switch
        {
            WriteVerb.Create => false,
            WriteVerb.Update when creates => null,
            WriteVerb.Replace or WriteVerb.Update or WriteVerb.Check => true,
            WriteVerb.Delete when result == WriteResult.Succeeded && model.Lifecycle.Lock is null => true,
            _ => null,
        };
        if (creates && model.Lifecycle.TimeToLive is { } expiry)
        {
            _conditions.Add(Expiry.Alive(expiry));
        }

        if (_exists is not { } isThere)
        {
            return;
        }

        var existence = new Existence(ItemPath.Of(model.Keys[0].Partition.Attribute), isThere);
        if (model.Lifecycle.TimeToLive is not { } timeToLive)
        {
            _conditions.Add(existence);
        }
        else if (isThere)
        {
            _conditions.Add(existence);
            _conditions.Add(Expiry.Alive(timeToLive));
        }
        else
        {
            _conditions.Add(Expiry.ExpiredOr(timeToLive, existence));
        }
    }

    private void Locking()
    {
        if (model.Lifecycle.Lock is not { } counted)
        {
            return;
        }

        if (entity is not null && verb != WriteVerb.Create)
        {
            _lockCount = Locks.CountOf(counted, entity);
            _conditions.Add(Locks.HasCount(counted, new TypedValue(counted.Value.WithoutNull, _lockCount)));
        }
        else if (entity is null && PatternParameters.Giving(method.Parameters, counted.Property, model.HasNameLike) is { } given)
        {
            _conditions.Add(Locks.HasCount(counted, TypedValues.Of(_scope.Parameter(given.Name), counted.Value).Value));
            _lockCount = new ParameterSource(given.Name);
            _isLocked = true;
        }
        else if (verb == WriteVerb.Delete || IsTombstone)
        {
            throw new ExpressionException("deletes an item with a lock without knowing what it deletes; "
                + $"take the entity, or a parameter '{Identifiers.Camel(counted.Property)}'");
        }
    }

    /// <summary>An entity that does not exist yet has no count to compare.</summary>
    private Condition? WhenNew() => model.Lifecycle.Lock is { } counted && verb is WriteVerb.Put or WriteVerb.Upsert
        ? OfAllVersions(Condition.All(new[] { Locks.WhenNew(counted), _version, _fence, _own }.OfType<Condition>()))
        : null;

    private UpdateClauses Update()
    {
        var clauses = IsTombstone ? Tombstones.Update(model.Lifecycle.TimeToLive!) : Declared();
        Refuse(clauses);
        UpdateStamps.Add(model.Lifecycle, clauses);
        var renewal = new IndexKeyRenewal(method, model, _scope, clauses);
        renewal.Apply();
        _taken.UnionWith(renewal.TakenParameters);
        _conditions.AddRange(creates ? renewal.Conditions.Select(OrAbsent) : renewal.Conditions);
        if (creates)
        {
            var creation = new ItemCreation(method, model, _scope, clauses);
            creation.Apply();
            _taken.UnionWith(creation.TakenParameters);
        }

        return clauses;
    }

    /// <summary>The update that the method declares: by a patch that it takes, or by an expression.</summary>
    private UpdateClauses Declared()
    {
        var text = method.Attribute(DeclarationAttributes.Update)?.Text(0);
        var patches = new PatchUse(method, model);
        if (patches.Parameter is { } patch)
        {
            _taken.Add(patch.Name);
            return patches.Update(patch, text, creates);
        }

        if (text is null)
        {
            throw new ExpressionException("needs an [Update] that says what it changes, or a parameter that is a [Patch] of the entity");
        }

        return entity is null ? UpdateBinder.Bind(text, _scope, [.. _own?.Conjuncts ?? []], creates)
            : throw new ExpressionException(
                "has [Update] and takes a whole entity, which Put or Replace writes; an update takes the parts of a key and new values");
    }

    private void Refuse(UpdateClauses clauses)
    {
        foreach (var property in clauses.Touched.Keys)
        {
            if (model.Keys[0].Parts.Any(part => part.Text == property))
            {
                throw new ExpressionException($"updates '{property}', which is part of the primary key; delete the item and put another one");
            }

            if (model.Keys[0].Parts.FirstOrDefault(part => part.ComputedFrom.Contains(property)) is { } computed)
            {
                throw new ExpressionException(
                    $"updates '{property}', from which '{computed.Text}' in the primary key is computed; delete the item and put another one");
            }

            if (property != model.Lifecycle.CreatedAt?.Property && model.Lifecycle.Keeps(property))
            {
                throw new ExpressionException($"updates '{property}', which each write keeps by itself");
            }
        }
    }

    private bool IsKeyPart(IParameterSymbol parameter) =>
        model.Keys[0].Parts.Any(part => part.IsPlaceholder
            && SymbolEqualityComparer.Default.Equals(PatternParameters.Giving(method.Parameters, part.Text, model.HasNameLike), parameter));
}
