using DynamoGen.Declarations.Entities;

namespace DynamoGen.Analyzers.Schema;

/// <summary>
/// Compares an entity with its locked shape. What counts for the stored items is what the code takes items of the locked version to hold, so that an
/// upcaster answers for a change, and a raised version alone does not.
/// </summary>
internal sealed class EntityComparison
{
    private readonly EntityModel _model;
    private readonly StoredEntity _locked;
    private readonly SortedDictionary<string, StoredAttribute> _taken;
    private readonly SchemaAdvice _advice;
    private readonly List<SchemaChange> _changes = [];

    private EntityComparison(EntityModel model, StoredEntity locked)
    {
        _model = model;
        _locked = locked;
        _taken = DeclaredSchema.AttributesOf(model, locked.Version);
        _advice = new SchemaAdvice(model, locked, _taken);
    }

    private bool IsRaised => _model.Version > _locked.Version;

    public static IReadOnlyList<SchemaChange> Of(EntityModel model, StoredEntity locked)
    {
        var comparison = new EntityComparison(model, locked);
        comparison.CompareVersion();
        comparison.CompareLockedAttributes();
        comparison.CompareNewAttributes();
        comparison.CompareEarlier();
        comparison.CompareKeys();
        if (comparison._changes.Count == 0)
        {
            comparison.CompareText();
        }

        return comparison._changes;
    }

    private void CompareVersion()
    {
        if (_model.Version < _locked.Version)
        {
            Add(SchemaChangeKind.Incompatible, null, $"its version is locked as {_locked.Version} and found as {_model.Version}, "
                + $"which cannot read the items of version {_locked.Version}; set Version = {_locked.Version} again, with its upcasters");
        }
        else if (IsRaised)
        {
            Add(SchemaChangeKind.Compatible, null, $"version {_model.Version}");
        }
    }

    private void CompareLockedAttributes()
    {
        var lost = new HashSet<string>();
        foreach (var locked in _locked.Attributes)
        {
            if (IsPartOf(lost, locked.Key))
            {
                lost.Add(locked.Key);
            }
            else if (!_taken.TryGetValue(locked.Key, out var found))
            {
                lost.Add(locked.Key);
                CompareGone(locked.Key, locked.Value);
            }
            else if (!IsReadable(locked.Value, found))
            {
                lost.Add(locked.Key);
                Add(SchemaChangeKind.Incompatible, locked.Key, locked.Value.IsDropped
                    ? $"items hold attribute '{locked.Key}' as '{locked.Value.HeldForm}', which is dropped and now taken for '{found.Shown}'; use another name"
                    : $"attribute '{locked.Key}' is locked as '{locked.Value.Shown}' and found as '{found.Shown}'; "
                        + $"{_advice.ForOtherForm(locked.Key, locked.Value)}",
                    locked.Value.IsDropped ? null : _advice.UpcasterFor(locked.Key, locked.Value));
            }
            else
            {
                if (found.Form == StoredForms.Any)
                {
                    lost.Add(locked.Key);
                }

                ComparePresence(locked.Key, locked.Value, found);
            }
        }
    }

    /// <summary>What nothing takes any more is a loss, whatever the version, unless the lock itself says that it is dropped.</summary>
    private void CompareGone(string path, StoredAttribute locked)
    {
        if (locked.IsDropped)
        {
            return;
        }

        if (_taken.ContainsKey(AttributePath.Unknown(AttributePath.Parent(path))))
        {
            Add(SchemaChangeKind.Compatible, path, $"no attribute '{path}', which [UnknownAttributes] keeps");
        }
        else
        {
            var text = $"attribute '{path}' is locked as '{locked.Shown}' and no longer there; {_advice.ForLoss(path, locked)}";
            var isLost = AttributePath.Parent(path) is null && !IsRaised;
            _changes.Add(new SchemaChange(SchemaChangeKind.Incompatible, text, path, _advice.UpcasterFor(path, locked), isLost));
        }
    }

    /// <summary>What may be null is read from NULL too.</summary>
    private static bool IsReadable(StoredAttribute locked, StoredAttribute found) =>
        FormChange.IsReadable(locked.HeldForm, found.Form)
        || (found.Absent == AbsentForms.Null && FormChange.IsReadable(locked.HeldForm, found.Form + StoredForms.OrNull));

    private void ComparePresence(string path, StoredAttribute locked, StoredAttribute found)
    {
        if (found.IsRequired && !locked.IsRequired)
        {
            Add(SchemaChangeKind.Incompatible, path, $"attribute '{path}' is locked as '{locked.Shown}' and found as '{found.Shown}', "
                + $"but items may lack it; {SchemaAdvice.ForNewlyRequired(locked)}");
        }
        else if (MeansAnother(path, locked, found))
        {
            Add(SchemaChangeKind.Incompatible, path, $"attribute '{path}' is locked as '{locked}' and found as '{found}', "
                + "so that items without it would read as another value; keep what its absence means, or accept the change in the lock");
        }
        else if (found != locked)
        {
            Add(SchemaChangeKind.Compatible, path, $"attribute '{path}' as '{(found.Shown == locked.Shown ? found.ToString() : found.Shown)}'");
        }
    }

    /// <summary>
    /// Whether an item without the attribute reads as another value than before. Null in the place of a value that was always written invents nothing; and
    /// an upcaster makes another value of what was there, so that only null, which it never gets, can be compared.
    /// </summary>
    private bool MeansAnother(string path, StoredAttribute locked, StoredAttribute found) =>
        locked.Absent is not (null or AbsentForms.Hidden)
        && found.Absent is not (null or AbsentForms.Hidden)
        && locked.Absent != found.Absent
        && (found.Absent != AbsentForms.Null || locked.IsOmitted)
        && (locked.Absent == AbsentForms.Null || locked.IsOmitted || !_advice.HasUpcaster(path));

    private void CompareNewAttributes()
    {
        foreach (var found in _taken.Where(found => !_locked.Attributes.ContainsKey(found.Key)))
        {
            var parent = AttributePath.Parent(found.Key);
            if (parent is not null && !_locked.Attributes.ContainsKey(parent))
            {
                continue;
            }

            if (found.Value.IsRequired && !HasChanged(parent))
            {
                var source = IsRaised
                    ? "make it nullable, give it a default, or take it from another attribute by [Upcast(..., StoredAs = \"...\")]"
                    : "make it nullable or give it a default";
                Add(SchemaChangeKind.Incompatible, found.Key,
                    $"attribute '{found.Key}' is not locked and found as '{found.Value.Shown}', but items of version {_locked.Version} lack it; {source}");
            }
            else
            {
                Add(SchemaChangeKind.Compatible, found.Key, $"attribute '{found.Key}' as '{found.Value.Shown}'");
            }
        }
    }

    /// <summary>The items of older versions are still there, and go through upcasters that must stay as they were.</summary>
    private void CompareEarlier()
    {
        foreach (var version in _locked.Earlier)
        {
            var taken = DeclaredSchema.AttributesOf(_model, version.Key);
            var lost = new HashSet<string>();
            foreach (var locked in version.Value)
            {
                var isKnown = taken.TryGetValue(locked.Key, out var found);
                if (isKnown ? FormChange.IsReadable(locked.Value.HeldForm, found.Form) : locked.Value.IsDropped || IsDropped(AttributePath.Top(locked.Key)))
                {
                    continue;
                }

                if (!IsPartOf(lost, locked.Key))
                {
                    Add(SchemaChangeKind.Incompatible, locked.Key,
                        $"version {version.Key} stored attribute '{locked.Key}' as '{(locked.Value.IsDropped ? locked.Value.HeldForm : locked.Value.Shown)}', "
                            + $"which is now {(isKnown ? $"taken for '{found.Shown}'" : "read by nothing")}; "
                            + $"{(locked.Value.IsDropped ? "use another name, or add an" : "keep the")} [Upcast(from: {version.Key}, ...)] that takes it");
                }

                lost.Add(locked.Key);
            }
        }
    }

    /// <summary>Whether what the attribute became is dropped, which is reported or accepted for itself, so that no upcaster needs to take it.</summary>
    private bool IsDropped(string attribute) => _locked.Attributes.ContainsKey(attribute) && !_taken.ContainsKey(attribute);

    private void CompareKeys()
    {
        var declared = DeclaredSchema.Entity(_model);
        _changes.AddRange(TemplateComparison.OfKeys(_locked.Keys, declared.Keys, _model.Keys[0].Partition.Attribute));
        _changes.AddRange(TemplateComparison.OfMarkers(_locked.Unique, declared.Unique));
    }

    /// <summary>What no item is read otherwise for, and makes another text of the lock nevertheless.</summary>
    private void CompareText()
    {
        var declared = DeclaredSchema.Entity(_model);
        if (declared.Type != _locked.Type)
        {
            Add(SchemaChangeKind.Compatible, null, $"type {declared.Type}");
        }
        else if (!declared.Earlier.SelectMany(Lines).SequenceEqual(_locked.Earlier.SelectMany(Lines)))
        {
            Add(SchemaChangeKind.Compatible, null, "what older versions stored");
        }

        static IEnumerable<(int, string, StoredAttribute)> Lines(KeyValuePair<int, SortedDictionary<string, StoredAttribute>> version) =>
            version.Value.Where(attribute => !attribute.Value.IsDropped).Select(attribute => (version.Key, attribute.Key, attribute.Value));
    }

    /// <summary>What is inside of something that changed as a whole is no change of its own.</summary>
    private bool HasChanged(string? parent) =>
        parent is not null
            && _locked.Attributes.TryGetValue(parent, out var locked)
            && _taken.TryGetValue(parent, out var found)
            && !FormChange.IsReadable(locked.Form, found.Form);

    private static bool IsPartOf(HashSet<string> lost, string path) => AttributePath.Parent(path) is { } parent && lost.Contains(parent);

    private void Add(SchemaChangeKind kind, string? attribute, string text, MissingUpcaster? upcaster = null) =>
        _changes.Add(new SchemaChange(kind, text, attribute, upcaster));
}
