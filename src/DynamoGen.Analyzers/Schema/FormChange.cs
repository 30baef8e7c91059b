namespace DynamoGen.Analyzers.Schema;

/// <summary>Tells whether what was stored in one form can still be read in another.</summary>
internal static class FormChange
{
    /// <summary>What stands between the two parts of the form of a converted value.</summary>
    public const string Through = " through ";

    /// <summary>Stands for a namespace that a lock of format 1 does not say.</summary>
    public const string SomeNamespace = "?.";

    private const string MapBy = "M by ";

    private static readonly HashSet<string> Quoted = ["S", "N", "SS", "NS", "BS", "M by"];

    public static bool IsReadable(string locked, string found)
    {
        if (found.EndsWith(StoredForms.OrNull, StringComparison.Ordinal))
        {
            return IsReadable(WithoutNull(locked), WithoutNull(found));
        }

        if (locked == found || (found == StoredForms.Any && locked != StoredForms.Unknown))
        {
            return true;
        }

        var (lockedForm, foundForm) = (Split(locked), Split(found));
        return lockedForm.Descriptor == foundForm.Descriptor
            && Quoted.Contains(foundForm.Descriptor)
            && !locked.EndsWith(StoredForms.OrNull, StringComparison.Ordinal)
            && (IsSameConverter(lockedForm.Content, foundForm.Content)
                || (!locked.Contains(Through) && !found.Contains(Through)
                    && ScalarChange.IsReadable(lockedForm.Content, foundForm.Content, isText: foundForm.Descriptor is "S" or "SS" or "M by")));
    }

    private static string WithoutNull(string form) =>
        form.EndsWith(StoredForms.OrNull, StringComparison.Ordinal) ? form.Substring(0, form.Length - StoredForms.OrNull.Length) : form;

    private static (string Descriptor, string Content) Split(string form)
    {
        if (form.StartsWith(MapBy, StringComparison.Ordinal))
        {
            return ("M by", form.Substring(MapBy.Length));
        }

        var space = form.IndexOf(' ');
        return space < 0 ? (form, string.Empty) : (form.Substring(0, space), form.Substring(space + 1));
    }

    private static bool IsSameConverter(string locked, string found)
    {
        var unknown = locked.IndexOf(Through + SomeNamespace, StringComparison.Ordinal);
        if (unknown < 0)
        {
            return false;
        }

        var name = locked.Substring(unknown + Through.Length + SomeNamespace.Length);
        var stored = locked.Substring(0, unknown + Through.Length);
        var end = found.IndexOf('<');
        var plain = end < 0 ? found : found.Substring(0, end);
        return plain == stored + name || (plain.StartsWith(stored, StringComparison.Ordinal) && plain.EndsWith("." + name, StringComparison.Ordinal));
    }
}
