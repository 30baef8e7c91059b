namespace GoodDesign.Shipping;

public enum ShipmentStatus
{
    Packed,
    Sent,
    Delivered,
}
