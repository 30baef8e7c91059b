using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Phases;

/// <summary>Which phase follows which, and what may be done beside each other.</summary>
public sealed class PhaseOrderTests
{
    [Fact]
    public void Nothing_is_settled_beside_copies_that_may_be_late()
    {
        // Two processes may be one phase apart, and a late copy overwrites what was settled.
        var beside = new[] { MigrationPhase.Backfill - 1, MigrationPhase.Backfill, MigrationPhase.Backfill + 1 };
        Assert.All(beside, phase =>
        {
            var state = new MigrationState("m") { Phase = phase };
            Assert.False(state.Writes() is WritePlan.BothIfSettled or WritePlan.Both);
            Assert.False((state with { HasOutbox = true }).Delivers);
        });
    }

    [Theory]
    [InlineData(true, false, "Expand Backfill Drain Settle Verify ShadowRead Cutover Contract Done")]
    [InlineData(false, false, "Expand Backfill Drain Settle Verify ShadowRead ShadowRead(paused) Cutover(paused) Contract Done")]
    [InlineData(true, true, "Expand Backfill Drain Settle Verify ShadowRead ShadowRead(paused) Cutover(paused) Cutover Contract Done")]
    [InlineData(false, true, "Expand Backfill Drain Settle Verify ShadowRead ShadowRead(paused) Cutover(paused) Contract Done")]
    public void Each_phase_follows_the_one_before_and_can_be_gone_back_from_until_the_old_items_are_given_up(
        bool isReversible, bool hasOutbox, string expected)
    {
        var migration = new SimulatedItems(isReversible).Schema;
        var (state, seen) = (new MigrationState(migration.Name) { HasOutbox = hasOutbox }, new List<string>());
        while (state.Phase != MigrationPhase.Done)
        {
            var next = PhaseOrder.After(state, migration, DateTimeOffset.UnixEpoch);
            Assert.Equal(state.Version + 1, next.Version);
            if (next.Phase < MigrationPhase.Contract)
            {
                Assert.Equal(state.Phase, PhaseOrder.Before(next, DateTimeOffset.UnixEpoch).Phase);
            }
            else
            {
                Assert.Throws<InvalidOperationException>(() => PhaseOrder.Before(next, DateTimeOffset.UnixEpoch));
            }

            state = next;
            seen.Add(state.WritesPaused ? $"{state.Phase}(paused)" : state.Phase.ToString());
        }

        Assert.Equal(expected, string.Join(' ', seen));
        Assert.Throws<InvalidOperationException>(() => PhaseOrder.After(state, migration, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Behind_an_outbox_the_way_back_from_cut_over_pauses_writes_until_all_has_followed()
    {
        var seen = new List<string>();
        for (var state = new MigrationState("m") { Phase = MigrationPhase.Cutover, HasOutbox = true }; state.Phase != MigrationPhase.Verify;)
        {
            state = PhaseOrder.Before(state, DateTimeOffset.UnixEpoch);
            seen.Add(state.WritesPaused ? $"{state.Phase}(paused)" : state.Phase.ToString());
        }

        Assert.Equal("Cutover(paused) ShadowRead(paused) ShadowRead Verify", string.Join(' ', seen));
    }
}
