namespace OrderStreams.Search;

/// <summary>
/// An inverted index: which orders have a word. A document has a version, and one that is not newer than what the index has is passed over; versions of
/// removed documents are kept, so that a late change brings none back.
/// </summary>
public sealed class SearchIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<int>> _orders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, (long Version, Document? Document)> _documents = [];

    /// <summary>The requests that were not newer than what the index had.</summary>
    public int PassedOver { get; private set; }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _documents.Values.Count(entry => entry.Document is not null);
            }
        }
    }

    /// <summary>Puts a document, or removes it where it is null.</summary>
    public void Apply(int orderId, long version, Document? document)
    {
        lock (_gate)
        {
            if (_documents.TryGetValue(orderId, out var known) && known.Version >= version)
            {
                PassedOver++;
                return;
            }

            foreach (var word in Words(known.Document))
            {
                _orders[word].Remove(orderId);
            }

            foreach (var word in Words(document))
            {
                if (!_orders.TryGetValue(word, out var orders))
                {
                    _orders[word] = orders = [];
                }

                orders.Add(orderId);
            }

            _documents[orderId] = (version, document);
        }
    }

    /// <summary>The orders that have all words.</summary>
    public IReadOnlyList<int> Find(string words)
    {
        lock (_gate)
        {
            var found = Words(words).Select(word => _orders.TryGetValue(word, out var orders) ? orders : []).ToList();
            return found.Count == 0 ? [] : [.. found.Aggregate<IEnumerable<int>>(Enumerable.Intersect).Order()];
        }
    }

    /// <summary>The documents that are there, by their orders.</summary>
    public IReadOnlyDictionary<int, (long Version, Document Document)> Documents()
    {
        lock (_gate)
        {
            return _documents.Where(entry => entry.Value.Document is not null)
                .ToDictionary(entry => entry.Key, entry => (entry.Value.Version, entry.Value.Document!));
        }
    }

    private static IEnumerable<string> Words(Document? document) => document is null ? [] : Words(document.Text);

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', ',', '.', '-', '\''], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase);
}
