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
    private readonly List<SchemaChange> _changes = [];

    private EntityComparison(EntityModel model, StoredEntity locked)
    {
        _model = model;
        _locked = locked;
        _taken = DeclaredSchema.AttributesOf(model, locked.Version);
    }

    private bool IsRaised => _model.Version > _locked.Version;

    private int Next => _locked.Version + 1;

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
                + $"which cannot read the items of version {_locked.Version}; set Version = {_locked.Version} or higher");
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
            var isKnown = _taken.TryGetValue(locked.Key, out var found);
            if (isKnown && FormChange.IsReadable(locked.Value.Form, found.Form))
            {
                if (found.IsRequired && !locked.Value.IsRequired)
                {
                    Add(SchemaChangeKind.Incompatible, locked.Key, $"attribute '{locked.Key}' is locked as '{locked.Value}' and found as '{found}', "
                        + "but items may lack it; make it nullable or give it a default");
                }
                else if (found != locked.Value)
                {
                    Add(SchemaChangeKind.Compatible, locked.Key, $"attribute '{locked.Key}' as '{found}'");
                }
            }
            else if (IsPartOf(lost, locked.Key))
            {
                lost.Add(locked.Key);
            }
            else if (isKnown || !IsRaised)
            {
                lost.Add(locked.Key);
                Add(SchemaChangeKind.Incompatible, locked.Key, $"attribute '{locked.Key}' is locked as '{locked.Value}' and "
                    + $"{(isKnown ? $"found as '{found}'; {Upcast(locked.Key)}" : $"no longer there; {Rename(locked.Key, locked.Value)}")}");
            }
            else
            {
                lost.Add(locked.Key);
                Add(SchemaChangeKind.Compatible, locked.Key, $"no attribute '{locked.Key}'");
            }
        }
    }

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
                    $"attribute '{found.Key}' is not locked and found as '{found.Value}', but items of version {_locked.Version} lack it; {source}");
            }
            else
            {
                Add(SchemaChangeKind.Compatible, found.Key, $"attribute '{found.Key}' as '{found.Value}'");
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
                        $"version {version.Key} stored attribute '{locked.Key}' as '{(locked.Value.IsDropped ? locked.Value.HeldForm : locked.Value)}', "
                            + $"which is now {(isKnown ? $"taken for '{found}'" : "read by nothing")}; "
                            + $"{(locked.Value.IsDropped ? "use another name, or add an" : "keep the")} [Upcast(from: {version.Key}, ...)] that takes it");
                }

                lost.Add(locked.Key);
            }
        }
    }

    /// <summary>Whether the raised version drops what the attribute became, so that no upcaster needs to take it.</summary>
    private bool IsDropped(string attribute) => IsRaised && _locked.Attributes.ContainsKey(attribute) && !_taken.ContainsKey(attribute);

    private void CompareKeys()
    {
        var declared = DeclaredSchema.Entity(_model);
        CompareTemplates(_locked.Keys, declared.Keys, "key attribute", $"move the items and raise Version to {Next}",
            "which items have once they are written again");
        CompareTemplates(_locked.Unique, declared.Unique, "the marker of", $"raise Version to {Next} and run RepairUnique",
            "which items have once RepairUnique has run");
    }

    private void CompareTemplates(
        SortedDictionary<string, string> locked, SortedDictionary<string, string> declared, string what, string migration, string later)
    {
        foreach (var known in locked)
        {
            if (!declared.TryGetValue(known.Key, out var found))
            {
                Add(SchemaChangeKind.Compatible, null, $"{what} '{known.Key}' is gone");
            }
            else if (found != known.Value)
            {
                var isKept = IsRaised || KeyForms.AreKept(known.Value, found);
                Add(
                    isKept ? SchemaChangeKind.Compatible : SchemaChangeKind.Key,
                    null,
                    isKept
                        ? $"{what} '{known.Key}' as \"{found}\""
                        : $"{what} '{known.Key}' is locked as \"{known.Value}\" and found as \"{found}\"; keep the template, or {migration}");
            }
        }

        foreach (var found in declared.Where(found => !locked.ContainsKey(found.Key)))
        {
            Add(SchemaChangeKind.Compatible, null, $"{what} '{found.Key}' as \"{found.Value}\", {later}");
        }
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

    private string Upcast(string path)
    {
        var property = Property(path) ?? "...";
        var upcaster = $"[Upcast(from: {_locked.Version}, nameof({property}))]";
        return IsRaised ? $"let {upcaster} take what version {_locked.Version} stored" : $"raise Version to {Next} and add {upcaster}";
    }

    private string Rename(string path, StoredAttribute locked)
    {
        var heir = _taken.Where(found => !_locked.Attributes.ContainsKey(found.Key)
            && found.Value == locked
            && AttributePath.Parent(found.Key) == AttributePath.Parent(path)).Select(found => found.Key).FirstOrDefault();
        var name = path.Substring(path.LastIndexOf('.') + 1).Trim('\'');
        return heir is null
            ? $"keep it, or raise Version to {Next}"
            : $"if '{heir}' is its new name, keep the old one in items by [AttributeName(\"{name}\")], "
                + $"or raise Version to {Next} and add [Upcast(from: {_locked.Version}, nameof({Property(heir) ?? "..."}), StoredAs = \"{name}\")]";
    }

    private string? Property(string path) =>
        _model.Shape.Members.FirstOrDefault(member => !member.IsCatchAll
            && (AttributePath.Root(member.Attribute) == AttributePath.Top(path)
                || member.Upcasters.Any(upcaster => AttributePath.Root(upcaster.Attribute) == AttributePath.Top(path))))
            ?.Property.TrimStart('@');

    /// <summary>What is inside of something that changed as a whole is no change of its own.</summary>
    private bool HasChanged(string? parent) =>
        parent is not null
            && _locked.Attributes.TryGetValue(parent, out var locked)
            && _taken.TryGetValue(parent, out var found)
            && !FormChange.IsReadable(locked.Form, found.Form);

    private static bool IsPartOf(HashSet<string> lost, string path) => AttributePath.Parent(path) is { } parent && lost.Contains(parent);

    private void Add(SchemaChangeKind kind, string? attribute, string text) => _changes.Add(new SchemaChange(kind, text, attribute));
}
