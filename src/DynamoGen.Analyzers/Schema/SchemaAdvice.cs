using DynamoGen.Declarations.Entities;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Says what to do about a change that stored items do not survive. Each advice ends in a build that says nothing.</summary>
internal sealed class SchemaAdvice(EntityModel model, StoredEntity locked, IReadOnlyDictionary<string, StoredAttribute> taken)
{
    private bool IsRaised => model.Version > locked.Version;

    /// <summary>For what is stored in one form and read in another.</summary>
    public string ForOtherForm(string path, StoredAttribute stored) =>
        stored.Form.StartsWith(StoredForms.TypeIn, StringComparison.Ordinal)
            ? $"keep [Polymorphic(Discriminator = \"{AttributePath.NameOf(stored.Form.Substring(StoredForms.TypeIn.Length))}\")], or {Upcast(path)}"
            : Upcast(path);

    /// <summary>For what is stored and read by nothing.</summary>
    public string ForLoss(string path, StoredAttribute stored)
    {
        if (path == AttributePath.Unknown(AttributePath.Parent(path)) && stored.Form == StoredForms.Unknown)
        {
            return $"the next put loses what it kept; keep [UnknownAttributes], or {Accept(stored)}";
        }

        var heir = Heir(path, stored);
        if (AttributePath.CaseName(path) is { } name)
        {
            return heir is null
                ? $"keep its [DerivedType<...>(\"{name}\")], or {Accept(stored)}"
                : $"if '{heir}' is its new name, keep the old one in items by [DerivedType<...>(\"{name}\")], or {Accept(stored)}";
        }

        var old = AttributePath.NameOf(path);
        return (heir, AttributePath.Parent(path)) switch
        {
            (null, _) => $"keep it, or {Accept(stored)}",
            ({ }, null) => $"if '{heir}' is its new name, keep the old one in items by [AttributeName(\"{old}\")], "
                + $"or {Raise()}[Upcast(from: {locked.Version}, nameof({Property(heir) ?? "..."}), StoredAs = \"{old}\")]; if not, {Accept(stored)}",
            _ => $"if '{heir}' is its new name, keep the old one in items by [AttributeName(\"{old}\")]; if not, {Accept(stored)}",
        };
    }

    /// <summary>The upcaster that takes an attribute of the item itself, of the form in which it is stored; null where there is none to be written.</summary>
    public MissingUpcaster? UpcasterFor(string path, StoredAttribute stored) => AttributePath.Parent(path) is not null
        ? null
        : Property(path) is { } property
            ? new MissingUpcaster(locked.Version, property, string.Empty, stored.HeldForm)
            : Heir(path, stored) is { } heir && Property(heir) is { } renamed
                ? new MissingUpcaster(locked.Version, renamed, AttributePath.NameOf(path), stored.HeldForm)
                : null;

    /// <summary>For an attribute that items may lack and the code now requires.</summary>
    public static string ForNewlyRequired(StoredAttribute stored) => stored.Absent switch
    {
        null or AbsentForms.Hidden => "make it nullable or give it a default",
        AbsentForms.Null => "make it nullable",
        _ => $"let it not be required, and mean {stored.Absent} where it is absent",
    };

    /// <summary>Whether an upcaster takes the item's attribute that holds what the path leads to.</summary>
    public bool HasUpcaster(string path) => model.Shape.OlderShapes.Any(older => older.From >= locked.Version)
        || model.Shape.Members.Any(member => member.IsStored
            && member.Upcasters.FirstOrDefault(upcaster => upcaster.From >= locked.Version) is { } first
            && first.Attributes.Any(attribute => AttributePath.Root(attribute) == AttributePath.Top(path)));

    /// <summary>Another attribute of the same object and form that is new.</summary>
    private string? Heir(string path, StoredAttribute stored) =>
        !AttributePath.IsMember(path) && AttributePath.CaseName(path) is null
            ? null
            : taken.Where(found => !locked.Attributes.ContainsKey(found.Key)
                && found.Value.Form == stored.Form
                && AttributePath.Parent(found.Key) == AttributePath.Parent(path)
                && AttributePath.CaseName(found.Key) is null == AttributePath.CaseName(path) is null).Select(found => found.Key).FirstOrDefault();

    private string Upcast(string path)
    {
        var upcaster = $"[Upcast(from: {locked.Version}, nameof({Property(path) ?? "..."}))]";
        var whole = AttributePath.Parent(path) is null ? string.Empty : $" that takes the whole of '{AttributePath.Top(path)}' as it was";
        return IsRaised ? $"let {upcaster} take what version {locked.Version} stored" : Raise() + upcaster + whole;
    }

    private string Raise() => IsRaised ? "add " : $"raise Version to {locked.Version + 1} and add ";

    /// <summary>The line of the lock by which a team says that the value may be lost.</summary>
    private static string Accept(StoredAttribute stored) => $"accept the loss by \"{stored.Dropped}\" in the lock";

    private string? Property(string path) =>
        model.Shape.Members.FirstOrDefault(member => member.IsStored
            && (member.Attributes.Any(attribute => AttributePath.Root(attribute) == AttributePath.Top(path))
                || member.Upcasters.SelectMany(upcaster => upcaster.Attributes).Any(attribute => AttributePath.Root(attribute) == AttributePath.Top(path))))
            ?.Property.TrimStart('@');
}
