namespace DynamoGen.Serialization;

/// <summary>
/// Tells of a set or a dictionary, without a look at what it holds, that no two of its elements or keys are stored alike. That is so where values that
/// are not equal are stored differently, and the comparer holds no equal ones apart.
/// </summary>
internal static class StoredDistinctly
{
    public static bool Is<T, TCodec>(IEqualityComparer<T> comparer)
        where TCodec : struct, IScalarCodec<T> =>
        TCodec.Identity == ContentIdentity.Value && IsBy(comparer);

    public static bool Is<T, TCodec>(IComparer<T> comparer)
        where TCodec : struct, IScalarCodec<T> =>
        TCodec.Identity == ContentIdentity.Value && (ReferenceEquals(comparer, Comparer<T>.Default) || IsOfTexts(comparer));

    /// <summary>Whether a comparer is known to hold no equal values apart.</summary>
    public static bool IsBy<T>(IEqualityComparer<T> comparer) => ReferenceEquals(comparer, EqualityComparer<T>.Default) || IsOfTexts(comparer);

    /// <summary>Whether it is one of the framework's, to which equal texts are always equal.</summary>
    private static bool IsOfTexts(object comparer) => comparer is IEqualityComparer<string?> texts
        && (StringComparer.IsWellKnownOrdinalComparer(texts, out _) || StringComparer.IsWellKnownCultureAwareComparer(texts, out _, out _));
}
