using System.Globalization;

namespace DynamoGen.BuildCost.Generated;

/// <summary>
/// A file of about a hundred lines as line-of-business code has them: records, a service with LINQ, async methods, switches and dictionaries.
/// Nothing in it is about DynamoDB.
/// </summary>
internal static class OrdinaryFile
{
    public static string Source(string project, int number) => Template
        .Replace("$P", project, StringComparison.Ordinal)
        .Replace("$N", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private const string Template = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        namespace $P;

        public enum Stage$N { Draft, Submitted, Approved, Rejected, Archived }

        public sealed record Position$N(string Article, int Quantity, decimal UnitPrice)
        {
            public decimal Total => Quantity * UnitPrice;
        }

        public sealed record Document$N(Guid Id, string Owner, DateTimeOffset CreatedAt, Stage$N Stage, IReadOnlyList<Position$N> Positions)
        {
            public decimal Total => Positions.Sum(position => position.Total);

            public bool IsOpen => Stage is Stage$N.Draft or Stage$N.Submitted;
        }

        public interface IDocumentStore$N
        {
            Task<Document$N?> FindAsync(Guid id, CancellationToken cancellationToken);

            Task SaveAsync(Document$N document, CancellationToken cancellationToken);

            IReadOnlyCollection<Document$N> Query(string owner);
        }

        public sealed class MemoryDocumentStore$N : IDocumentStore$N
        {
            private readonly Dictionary<Guid, Document$N> _documents = new();

            public Task<Document$N?> FindAsync(Guid id, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Task.FromResult(_documents.TryGetValue(id, out var document) ? document : null);
            }

            public Task SaveAsync(Document$N document, CancellationToken cancellationToken)
            {
                _documents[document.Id] = document;
                return Task.CompletedTask;
            }

            public IReadOnlyCollection<Document$N> Query(string owner) =>
                _documents.Values.Where(document => string.Equals(document.Owner, owner, StringComparison.OrdinalIgnoreCase)).ToList();
        }

        public sealed class DocumentService$N
        {
            private readonly IDocumentStore$N _store;
            private readonly Func<DateTimeOffset> _now;
            private readonly Dictionary<string, decimal> _limits = new() { ["clerk"] = 500m, ["manager"] = 10_000m, ["director"] = 1_000_000m };

            public DocumentService$N(IDocumentStore$N store, Func<DateTimeOffset> now)
            {
                _store = store ?? throw new ArgumentNullException(nameof(store));
                _now = now;
            }

            public async Task<Document$N> SubmitAsync(Guid id, string role, CancellationToken cancellationToken)
            {
                var document = await _store.FindAsync(id, cancellationToken) ?? throw new KeyNotFoundException($"There is no document {id}.");
                if (document.Stage != Stage$N.Draft)
                {
                    throw new InvalidOperationException($"Document {id} is {document.Stage}.");
                }

                var next = Decide(document, role);
                var submitted = document with { Stage = next, CreatedAt = _now() };
                await _store.SaveAsync(submitted, cancellationToken);
                return submitted;
            }

            public IReadOnlyDictionary<Stage$N, decimal> Totals(string owner)
            {
                var totals = new Dictionary<Stage$N, decimal>();
                foreach (var group in _store.Query(owner).GroupBy(document => document.Stage))
                {
                    totals[group.Key] = group.Sum(document => document.Total);
                }

                return totals;
            }

            public string Describe(Document$N document)
            {
                var lines = document.Positions
                    .OrderByDescending(position => position.Total)
                    .Take(3)
                    .Select((position, index) => $"{index + 1}. {position.Article}: {position.Total.ToString("N2", CultureInfo.InvariantCulture)}");
                return $"{document.Owner} ({document.CreatedAt:yyyy-MM-dd})" + Environment.NewLine + string.Join(Environment.NewLine, lines);
            }

            private Stage$N Decide(Document$N document, string role)
            {
                var limit = _limits.GetValueOrDefault(role, 0m);
                return document.Total switch
                {
                    0m => Stage$N.Rejected,
                    var total when total <= limit => Stage$N.Approved,
                    var total when total > limit * 100 => Stage$N.Rejected,
                    _ => Stage$N.Submitted,
                };
            }
        }
        """;
}
