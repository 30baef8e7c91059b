using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Schema;

/// <summary>
/// The lock as it should be next: what is locked, with every change that stored items survive. Changes that they do not survive stay locked, and
/// reported, until a person accepts them one by one.
/// </summary>
internal sealed class LockUpdate
{
    private readonly StoredSchema _locked;
    private readonly IReadOnlyCollection<string> _accepted;
    private readonly StoredSchema _next = new();

    private LockUpdate(StoredSchema locked, IReadOnlyCollection<string> accepted) => (_locked, _accepted) = (locked, accepted);

    /// <param name="locked">What is locked.</param>
    /// <param name="compilation">What is declared.</param>
    /// <param name="accepted">The tables and entities whose changes a person has accepted, whatever becomes of stored items.</param>
    public static StoredSchema Of(StoredSchema locked, Compilation compilation, params string[] accepted)
    {
        var update = new LockUpdate(locked, accepted);
        foreach (var table in DeclaredSchema.Tables(compilation))
        {
            update.AddTable(table);
        }

        foreach (var entity in DeclaredSchema.Entities(compilation))
        {
            update.AddEntity(entity);
        }

        update.KeepTheRest();
        return update._next;
    }

    private void AddTable(TableModel model)
    {
        var known = _locked.Tables.TryGetValue(model.Name, out var locked);
        var type = DeclaredSchema.TypeName(model.Type);
        if (known && IsBroken(TableComparison.Of(model, locked)) && !_accepted.Contains(StoredTable.Subject(model.Name)))
        {
            _next.Tables[model.Name] = WithoutEntities(locked);
        }
        else if (known || _locked.Tables.All(other => other.Value.Type != type || _accepted.Contains(StoredTable.Subject(other.Key))))
        {
            _next.Tables[model.Name] = DeclaredSchema.Table(model);
        }
    }

    private void AddEntity(EntityModel model)
    {
        if (!_next.Tables.TryGetValue(model.TableName, out var table))
        {
            return;
        }

        var entities = _locked.Tables.TryGetValue(model.TableName, out var lockedTable) ? lockedTable.Entities : [];
        var isAccepted = _accepted.Contains(StoredTable.Subject(model.TableName, model.Name));
        var type = DeclaredSchema.TypeName(model.Type);
        if (entities.TryGetValue(model.Name, out var locked))
        {
            table.Entities[model.Name] = !isAccepted && IsBroken(EntityComparison.Of(model, locked)) ? locked
                : DroppedAttributes.Kept(DeclaredSchema.Entity(model), model, locked);
        }
        else if (entities.All(other => other.Value.Type != type || _accepted.Contains(StoredTable.Subject(model.TableName, other.Key))))
        {
            table.Entities[model.Name] = DeclaredSchema.Entity(model);
        }
    }

    /// <summary>What is locked and no longer declared.</summary>
    private void KeepTheRest()
    {
        foreach (var locked in _locked.Tables.Where(table => !_accepted.Contains(StoredTable.Subject(table.Key)) || _next.Tables.ContainsKey(table.Key)))
        {
            if (!_next.Tables.TryGetValue(locked.Key, out var table))
            {
                _next.Tables[locked.Key] = table = WithoutEntities(locked.Value);
            }

            foreach (var entity in locked.Value.Entities
                .Where(entity => !table.Entities.ContainsKey(entity.Key) && !_accepted.Contains(StoredTable.Subject(locked.Key, entity.Key))))
            {
                table.Entities[entity.Key] = entity.Value;
            }
        }
    }

    private static bool IsBroken(IReadOnlyList<SchemaChange> changes) => changes.Any(change => change.Kind != SchemaChangeKind.Compatible);

    private static StoredTable WithoutEntities(StoredTable locked)
    {
        var table = new StoredTable(locked.Type, locked.Key, locked.TimeToLive) { Stream = locked.Stream, Marks = locked.Marks };
        foreach (var index in locked.Indexes)
        {
            table.Indexes[index.Key] = index.Value;
        }

        return table;
    }
}
